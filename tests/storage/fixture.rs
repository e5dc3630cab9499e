//! What schema 1 wrote opens for ever. **These files are frozen**: a test that fails here means
//! that somebody's workspace does not open any more.
