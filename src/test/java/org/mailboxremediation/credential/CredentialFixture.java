package org.mailboxremediation.credential;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.event.ChainFixture;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.IncidentFixture;

/** Password changes and sealed passwords over a test's database; for the tests of other packages too. */
public final class CredentialFixture {

    public static final Duration VALID_FOR = Duration.ofHours(24);

    public final PasswordChanges changes;
    public final SealedCredentials credentials;
    public final RevealPins pins;
    public final PasswordGenerator generator;
    final FirstPasswordChanges firsts;
    final Seal seal;
    final CredentialRows rows;
    private final CaseDatabase database;

    public CredentialFixture(CaseDatabase database) {
        this.database = database;
        SecureRandom random = new SecureRandom();
        EventChain chain = ChainFixture.chain(database);
        changes = new PasswordChanges(
                new PasswordChangeRows(database.jdbc, database.dataSource, new ObjectMapper()), chain, database.clock);
        seal = new Seal(KeyRing.of(SealingKey.of(new byte[SealingKey.BYTES]), List.of()), random);
        rows = new CredentialRows(database.jdbc, database.dataSource);
        CredentialProperties properties =
                new CredentialProperties(VALID_FOR, null, List.of(), true, Duration.ofMinutes(10));
        credentials = new SealedCredentials(
                rows, seal, chain, database.transaction, properties, new ShownPasswords(random), database.clock);
        pins = new RevealPins(new PinRows(database.jdbc), credentials, seal, chain, random, properties, database.clock);
        generator = new PasswordGenerator(random);
        firsts = new FirstPasswordChanges(database.dataSource, credentials, generator, chain, database.clock);
    }

    /** Asks for a change, in a transaction of its own. */
    public PasswordChange request(String incidentId) {
        return request(incidentId, ChangeCause.REPORTED);
    }

    /** Asks for a change, in a transaction of its own. */
    public PasswordChange request(String incidentId, ChangeCause cause) {
        return database.inTransaction(() -> changes.request(incidentId, cause, true));
    }

    /** Seals the password for alice's mailbox, in a transaction of its own. */
    public String seal(PasswordChange change, Secret password) {
        return database.inTransaction(() -> {
            String id = credentials.seal(change.incidentId(), change.id(), IncidentFixture.ALICE, password);
            changes.sealed(change.id(), id);
            return id;
        });
    }

    /** Sets and settles the change as the clock stands, in a transaction of its own. */
    public void settle(PasswordChange change, Verification verification) {
        database.inTransaction(() -> {
            changes.set(change.id(), database.clock.instant());
            changes.settle(change.id(), verification, List.of("imap:new-accepted"));
        });
    }
}
