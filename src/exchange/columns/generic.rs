//! Headings of lists that people keep by hand, German and English, as [`key`](super::key) has them.

use super::target::Target;

/// What each heading stands for.
pub(super) const HEADINGS: &[(Target, &str)] = &[
    (
        Target::Name,
        "name name1 name2 kunde kundenname kundin bezeichnung anzeigename displayname \
         fullname vollstaendigername customer customername client clientname dealname \
         namefirma mitglied namevorname nachnamevorname vornamename vornamenachname",
    ),
    (
        Target::Company,
        "firma firma1 firma2 kundefirma firmakunde firmaname firmenname firmenbezeichnung \
         unternehmen unternehmensname organisation organization organizationname \
         organization1name company companyname firmname business businessname betrieb account \
         accountname arbeitgeber associatedcompany",
    ),
    (
        Target::ContactPerson,
        "ansprechpartner ansprechpartnerin ansprechpartnername ansprechperson kontaktperson \
         kontakt kontaktname contact contactperson contactname primarycontact \
         geschaeftsfuehrer inhaber inhaberin zuhaenden zhd",
    ),
    (
        Target::Salutation,
        "anrede titel title nameprefix salutation namenszusatz akademischertitel akadtitel \
         prefix",
    ),
    (
        Target::FirstName,
        "vorname vorname1 firstname givenname rufname middlename additionalname \
         weiterevornamen zweitervorname forename",
    ),
    (Target::LastName, "nachname familienname zuname lastname surname familyname name1nachname"),
    (Target::NameSuffix, "suffix namesuffix namenssuffix"),
    (
        Target::Role,
        "funktion rolle jobtitle job jobtitel stellung stelle role arbeitstitel \
         berufsbezeichnung taetigkeit organizationtitle organization1title jobposition",
    ),
    (
        Target::Department,
        "abteilung department organizationdepartment organization1department bereich",
    ),
    (Target::Kind, "kundenart kundentyp firmaoderprivat b2bb2c customertype companyorperson"),
    (Target::Sector, "branche industry sector wirtschaftszweig gewerbe geschaeftsfeld segment"),
    (
        Target::Email,
        "email mail emailadresse mailadresse emailaddress email1 email1value email1address \
         emailadresse1 primaereemailadresse primaryemail emailgeschaeftlich emaildienstlich \
         emailwork workemail businessemail epost",
    ),
    (
        Target::FurtherEmail,
        "email2 email3 email2value email3value email2address email3address emailadresse2 \
         emailadresse3 sekundaereemailadresse secondaryemail emailprivat privateemail \
         emailhome emailother emailsonstige personalemail additionalemail",
    ),
    (
        Target::PhoneBusiness,
        "telefon telefon1 telefon2 tel tel1 tel2 telbuero telnr telefonnummer telefonnr \
         rufnummer festnetz festnetznummer fon phone phone1 phone2 phonenumber telephone \
         telephonenumber telefongeschaeftlich telefondienstlich teldienstlich \
         telgeschaeftlich telefonbuero durchwahl businessphone workphone phonework \
         officephone",
    ),
    (
        Target::PhoneCompany,
        "telefonfirma telefonzentrale zentrale companyphone companymainphone mainphone \
         switchboard",
    ),
    (
        Target::PhoneMobile,
        "mobil mobile handy mobiltelefon mobilnummer mobilnr mobiltelnr handynummer handynr \
         mobilfunk mobilephone mobilenumber mobilephonenumber cell cellphone phonemobile \
         telefonmobil",
    ),
    (Target::PhoneHome, "telefonprivat telprivat homephone phonehome privattelefon privatephone"),
    (Target::PhoneOther, "telefon3 phone3 phoneother otherphone telefonsonstige weiterestelefon"),
    (Target::AreaCode, "vorwahl telefonvorwahl ortsvorwahl areacode"),
    (
        Target::Street,
        "strasse str strassehausnummer strasseundhausnummer strassehausnr strassenr \
         strasseundnr strasse2 street street1 street2 streetaddress streetname address1 \
         address2 addressline1 addressline2 adresszusatz adresse1 adresse2 businessstreet",
    ),
    (Target::HouseNumber, "hausnr hausnummer hnr housenumber streetnumber"),
    (
        Target::PostalCode,
        "plz postleitzahl postalcode postcode zip zipcode zippostalcode postalzipcode",
    ),
    (Target::City, "ort stadt wohnort city town citytown ortschaft gemeinde firmensitz standort"),
    (Target::PostalCodeAndCity, "plzort plzundort plzstadt postleitzahlort zipcity postalcodecity"),
    (
        Target::Country,
        "land country staat countryregion landregion laenderkennzeichen lkz laendercode \
         countrycode",
    ),
    (
        Target::Address,
        "anschrift adresse address postanschrift firmenanschrift rechnungsadresse \
         lieferadresse fulladdress",
    ),
    (
        Target::Web,
        "web website webseite webseite1 webadresse webpage homepage internet internetadresse \
         internetseite url websiteurl companydomainname domain website1value www",
    ),
    (
        Target::Tags,
        "tags tag schlagworte schlagwoerter stichworte stichwoerter kategorie kategorien \
         categories category labels label gruppe gruppen groups groupmembership keywords",
    ),
    (
        Target::Notes,
        "notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar kommentare \
         hinweis hinweise notes note comment comments remarks beschreibung description info \
         memo",
    ),
    (Target::Birthday, "geburtstag geburtsdatum birthday dateofbirth birthdate gebdatum"),
    (
        Target::CustomerNumber,
        "kundennummer kundennr nr kdnr kdnummer debitorennummer debitornr debitorennr debitor \
         customernumber customerid customerno accountnumber mitgliedsnummer mitgliedsnr",
    ),
    (
        Target::Source,
        "quelle herkunft source leadsource leadquelle originalsource aufmerksamgewordendurch \
         kontaktquelle wiegefunden",
    ),
    (
        Target::FirstContact,
        "erstkontakt erstkontaktam ersterkontakt erstebegegnung kundeseit firstcontact \
         firstcontactdate customersince ersterkontaktam",
    ),
    (Target::ReferredBy, "empfohlenvon empfehlungvon referredby geworbenvon recommendedby"),
    (
        Target::OurContact,
        "betreuer betreuerin betreutvon zustaendig zustaendigbeiuns kundenbetreuer \
         sachbearbeiter vertreter aussendienst verkaeufer owner contactowner companyowner \
         dealowner accountmanager salesrep responsible ourcontact",
    ),
    (Target::Need, "bedarf need needs interesse anliegen wunsch"),
    (Target::ContactWish, "kontaktwunsch contactwish"),
    (
        Target::PreferredChannel,
        "bevorzugterkanal liebsterkanal kontaktweg preferredchannel preferredcontactmethod",
    ),
    (Target::Cadence, "rhythmus rhythmusintagen kontaktrhythmus turnus cadence contactfrequency"),
    (
        Target::Worth,
        "umsatz jahresumsatz kundenwert kundenwertimjahr wert auftragswert umsatzprojahr \
         revenue annualrevenue customervalue value amount worth sales betrag",
    ),
    (Target::WorthExpected, "nurerwartet worthexpected expectedonly"),
    (Target::Phase, "phase beziehungsphase kundenphase"),
    (Target::MainType, "beziehungsart beziehungstyp relationshiptype"),
    (Target::Mode, "modus mode"),
    (Target::Intensity, "intensitaet intensity"),
    (Target::OwnView, "unseresicht ourview"),
    (Target::CustomerView, "kundensicht customerview"),
    (Target::ContactForm, "kontaktform contactform"),
    (Target::Standing, "stand standing"),
    (Target::Ignore, "id uuid guid lfdnr lfd zeile foto photo passwort password"),
];

/// Headings that mean a role where the list has humans, and a number of a line elsewhere.
pub(super) const ROLE_BESIDE_HUMANS: &[&str] = &["position", "beruf", "titelposition"];
