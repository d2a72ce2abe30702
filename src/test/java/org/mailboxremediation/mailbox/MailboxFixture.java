package org.mailboxremediation.mailbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.CredentialFixture;
import org.mailboxremediation.credential.PasswordChange;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.device.DeviceFixture;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.IncidentFixture;
import org.mailboxremediation.outbox.EffectHandler;
import org.mailboxremediation.outbox.Outbox;
import org.mailboxremediation.outbox.OutboxFixture;
import org.mailboxremediation.outbox.Settled;
import org.mailboxremediation.restore.RestoreFixture;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** The mailbox's effects over a test's database and a provider in memory; for the tests of other packages too. */
public final class MailboxFixture implements AutoCloseable {

    public static final Secret OLD = Secret.of("Sandbox-alice-1");

    public final CaseDatabase database = new CaseDatabase();
    public final IncidentFixture cases = new IncidentFixture(database);
    public final DeviceFixture devices = new DeviceFixture(database);
    public final CredentialFixture credentials = new CredentialFixture(database);
    public final RestoreFixture restore = new RestoreFixture(database, cases, devices, credentials);
    public final InMemoryMailboxProvider provider = new InMemoryMailboxProvider()
            .with(
                    IncidentFixture.ALICE,
                    OLD,
                    new MailboxState(true, "Alice", List.of("out@example.net"), false, true, "away"),
                    Optional.of("spam@example.net"));
    public final OutboxFixture outbox;

    /** With the old password known, as in the sandbox. */
    public MailboxFixture() {
        this(mailbox -> Optional.of(OLD));
    }

    MailboxFixture(KnownPassword known) {
        outbox = new OutboxFixture(database, handlers(known));
    }

    /** The handlers, over this fixture's facts and provider. */
    private List<EffectHandler> handlers(KnownPassword known) {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("known", known);
        PasswordBook book = new PasswordBook(
                credentials.changes,
                credentials.credentials,
                credentials.generator,
                beans.getBeanProvider(KnownPassword.class),
                database.transaction);
        PasswordChangeFacts facts =
                new PasswordChangeFacts(credentials.changes, credentials.credentials, cases.access, database.clock);
        LockOutCheck check = new LockOutCheck(provider);
        Convergence convergence = new Convergence();
        SettingFacts settings = new SettingFacts(cases.settings, database.transaction);
        HandSet handSet = new HandSet(credentials.changes, credentials.credentials, cases.attestations);
        Outbox owed = new OutboxFixture(database, List.of()).outbox;
        ReconciledFacts reconciled = new ReconciledFacts(
                credentials.changes, cases.access, cases.attestations, settings, handSet, restore.guard, owed);
        return List.of(
                new ChangePasswordHandler(
                        credentials.changes,
                        cases.incidents,
                        cases.access,
                        provider,
                        book,
                        new PasswordWrites(credentials.changes, credentials.credentials, cases.incidents, provider),
                        facts,
                        check,
                        convergence,
                        owed),
                new ClearSettingsHandler(cases.incidents, cases.attestations, provider, settings, convergence),
                new SnapshotHandler(cases.incidents, provider, settings, cases.chain),
                new PutBackSettingHandler(cases.incidents, cases.settings, new PutBack(provider), convergence),
                new ReconcileHandler(cases.incidents, provider, book, check, settings, reconciled, convergence),
                new BlockAccessHandler(cases.incidents, cases.access, provider, book, check, convergence),
                new RestoreAccessHandler(
                        cases.incidents,
                        restore.guard,
                        credentials.credentials,
                        handSet,
                        cases.access,
                        provider,
                        check,
                        convergence));
    }

    /** Opens a case for Alice's mailbox. */
    public Incident open() {
        return cases.open(IncidentFixture.ALICE);
    }

    /** Owes the change's password and works the queue until it settles, minutes passing. */
    public Settled change(PasswordChange change) {
        return settle(change.incidentId(), MailboxSteps.CHANGE_PASSWORD, Map.of(MailboxSteps.CHANGE_ID, change.id()));
    }

    /** Owes a step, as the next of its kind, and works the queue until it settles, minutes passing. */
    public Settled settle(String caseId, String step, Map<String, String> payload) {
        String id = database.inTransaction(
                () -> outbox.outbox.enqueue(caseId, step, outbox.outbox.nextEpoch(caseId, step), payload, 1));
        for (int minute = 0; minute < 30 && outbox.outbox.find(id).isEmpty(); minute++) {
            outbox.worker.drain();
            database.clock.advance(Duration.ofMinutes(1));
        }
        return outbox.outbox.find(id).orElseThrow();
    }

    /** The change as it is stored now. */
    public PasswordChange now(PasswordChange change) {
        return credentials.changes.find(change.id()).orElseThrow();
    }

    @Override
    public void close() {
        database.close();
    }
}
