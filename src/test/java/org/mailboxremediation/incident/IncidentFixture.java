package org.mailboxremediation.incident;

import java.util.List;
import java.util.Set;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.event.EventChain;

/** The beans of this package over a test's database, and sample reports; for the tests of other packages too. */
public final class IncidentFixture {

    public static final MailboxAddress ALICE = MailboxAddress.parse("alice@example.com");
    public static final MailboxAddress BOB = MailboxAddress.parse("bob@example.com");
    public static final Reporter CAROL =
            new Reporter("carol", "Carol", "carol@example.com", ReporterRole.ADMINISTRATOR);

    public final EventChain chain;
    public final Incidents incidents;
    public final Attestations attestations;
    public final AccessLog access;
    public final MailboxSettings settings;
    private final CaseDatabase database;

    public IncidentFixture(CaseDatabase database) {
        this.database = database;
        chain = ChainFixture.chain(database);
        IncidentWriter writer = new IncidentWriter(database.jdbc);
        incidents = new Incidents(
                new IncidentReader(database.jdbc),
                writer,
                new ReportMerge(writer, chain, database.clock),
                chain,
                database.clock);
        attestations = new Attestations(database.jdbc, chain, database.clock);
        access = new AccessLog(database.jdbc, chain, database.clock);
        settings = new MailboxSettings(new SettingRows(database.jdbc, database.clock), chain);
    }

    /** Opens a case for the mailbox, in a transaction of its own. */
    public Incident open(MailboxAddress mailbox) {
        return open(report(mailbox), AccessBefore.OPEN);
    }

    /** Opens a case, in a transaction of its own. */
    public Incident open(Report report, AccessBefore before) {
        return database.inTransaction(() -> incidents.open(report, Triage.WORST, before));
    }

    /** A report of bounces by carol. */
    public static Report report(MailboxAddress mailbox) {
        return report(mailbox, Set.of(Symptom.BOUNCES));
    }

    /** A report of the symptoms by carol. */
    public static Report report(MailboxAddress mailbox, Set<Symptom> symptoms) {
        return new Report(
                mailbox,
                CAROL,
                new Owner("Alice", "+1 555 0100"),
                symptoms,
                Set.of(RiskFactor.WEAK_PASSWORD),
                List.of("bob@example.com"),
                "Saw odd bounces.");
    }
}
