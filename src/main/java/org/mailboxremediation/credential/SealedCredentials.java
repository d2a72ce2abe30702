package org.mailboxremediation.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.event.LockedRows;
import org.mailboxremediation.event.NewEvent;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Times;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * New passwords, sealed until one person is shown each once (promise P5). Methods that change something run in the
 * caller's transaction, unless they say otherwise.
 */
@Component
public final class SealedCredentials {

    /** Without what is sealed: that is read when it is opened, and never kept. */
    private static final LockedRows<SealedCredential> READ = new LockedRows<>();

    private final CredentialRows rows;
    private final Seal seal;
    private final EventChain events;
    private final TransactionTemplate transaction;
    private final CredentialProperties properties;
    private final ShownPasswords shown;
    private final Clock clock;

    SealedCredentials(
            CredentialRows rows,
            Seal seal,
            EventChain events,
            TransactionTemplate transaction,
            CredentialProperties properties,
            ShownPasswords shown,
            Clock clock) {
        this.rows = rows;
        this.seal = seal;
        this.events = events;
        this.transaction = transaction;
        this.properties = properties;
        this.shown = shown;
        this.clock = clock;
    }

    /**
     * Seals the password of a change; event {@code CredentialSealed}. To be committed before the provider is called.
     *
     * @return the sealed credential's id
     * @throws IllegalStateException if the change has one already
     */
    public String seal(String incidentId, String changeId, MailboxAddress mailbox, Secret password) {
        events.lock(incidentId);
        if (rows.ofChange(changeId).isPresent()) {
            throw new IllegalStateException("The change has a sealed password already.");
        }
        String id = UUID.randomUUID().toString();
        sealAll(List.of(new Unsealed(id, incidentId, changeId, mailbox, password)));
        return id;
    }

    /** Seals the passwords of changes that have none yet; event {@code CredentialSealed} in each case. */
    void sealAll(List<Unsealed> passwords) {
        Instant now = Times.now(clock);
        List<CredentialRows.Row> sealed =
                passwords.stream().map(unsealed -> sealed(unsealed, now)).toList();
        passwords.forEach(unsealed -> READ.forget(unsealed.incidentId()));
        rows.insert(sealed);
        events.appendAll(sealed.stream().map(SealedCredentials::sealing).toList());
    }

    private CredentialRows.Row sealed(Unsealed unsealed, Instant now) {
        String mailbox = unsealed.mailbox().asString();
        SealedCredential credential = SealedCredential.sealed(
                unsealed.id(), unsealed.incidentId(), unsealed.changeId(), now, now.plus(properties.validFor()));
        String belongsTo = CredentialRows.belongsTo(credential.id(), credential.changeId(), mailbox);
        return new CredentialRows.Row(credential, mailbox, seal.close(unsealed.password(), belongsTo));
    }

    private static NewEvent sealing(CredentialRows.Row row) {
        SealedCredential credential = row.credential();
        return new NewEvent(
                credential.incidentId(),
                CaseEvent.SYSTEM,
                "CredentialSealed",
                Map.of(
                        "credential", credential.id(),
                        "change", credential.changeId(),
                        "expiresAt", credential.expiresAt().toString()));
    }

    /**
     * Opens the seal for the product's own use: to set the same password again, and to verify it. Leaves it sealed.
     *
     * @return empty if there is none, it was revealed or destroyed, or its time is up
     */
    public Optional<Secret> unseal(String changeId) {
        Instant now = clock.instant();
        return rows.ofChange(changeId)
                .filter(row -> now.isBefore(row.credential().expiresAt()))
                .flatMap(this::opened);
    }

    /** The same for many changes at once, by the change's id; those that cannot be opened are left out. */
    public Map<String, Secret> unsealAll(Collection<String> changeIds) {
        Instant now = clock.instant();
        Map<String, Secret> open = new HashMap<>();
        rows.ofChanges(changeIds).stream()
                .filter(row -> now.isBefore(row.credential().expiresAt()))
                .forEach(row -> opened(row)
                        .ifPresent(secret -> open.put(row.credential().changeId(), secret)));
        return open;
    }

    /** The sealed credential of a change. */
    public Optional<SealedCredential> ofChange(String changeId) {
        return rows.ofChange(changeId).map(CredentialRows.Row::credential);
    }

    /** The sealed credential with this id. */
    public Optional<SealedCredential> find(String id) {
        return rows.find(id).map(CredentialRows.Row::credential);
    }

    /** The case's sealed credentials, the oldest first. */
    public List<SealedCredential> of(String incidentId) {
        return READ.of(
                incidentId,
                ids -> rows.of(ids).stream()
                        .map(credential -> Map.entry(credential.incidentId(), credential))
                        .toList());
    }

    /**
     * Makes the password ready to be revealed; event {@code CredentialOffered}, the first time.
     *
     * @throws CredentialGone if it was destroyed or its time is up
     */
    public void offer(String credentialId) {
        offerLocked(locked(credentialId).credential());
    }

    /** The same for one that was read already, however long ago. */
    public void offer(SealedCredential read) {
        events.lock(read.incidentId());
        offerLocked(of(read.incidentId()).stream()
                .filter(credential -> credential.id().equals(read.id()))
                .findFirst()
                .orElseThrow(SealedCredentials::unknown));
    }

    private void offerLocked(SealedCredential credential) {
        Instant now = Times.now(clock);
        credential
                .gone(now)
                .filter(reason -> reason != CredentialGone.Reason.NOT_OFFERED)
                .ifPresent(reason -> {
                    throw new CredentialGone(reason);
                });
        READ.forget(credential.incidentId());
        if (rows.offer(credential.id(), now)) {
            append(credential, CaseEvent.SYSTEM, "CredentialOffered", Map.of());
        }
    }

    /** Takes the lock of the credential's case, until the caller's transaction ends. */
    public void lock(String credentialId) {
        locked(credentialId);
    }

    /**
     * Holds the case's lock until the caller's transaction ends, if the password can be had.
     *
     * @return the sealed credential as it stays until then
     * @throws CredentialGone if it cannot
     */
    public SealedCredential hold(String credentialId) {
        SealedCredential credential = locked(credentialId).credential();
        credential.gone(Times.now(clock)).ifPresent(reason -> {
            throw new CredentialGone(reason);
        });
        return credential;
    }

    /**
     * Shows the password, once, and destroys it; event {@code CredentialRevealed}. The caller has asked the restore
     * guard before, and hands the password on only after the transaction is committed.
     *
     * @throws CredentialGone if it cannot be had; nothing is changed then
     * @throws SealingKeyMissing if its key is not there; nothing is changed then
     */
    public Secret reveal(String credentialId, String actor) {
        CredentialRows.Row row = locked(credentialId);
        Instant now = Times.now(clock);
        row.credential().gone(now).ifPresent(reason -> {
            throw new CredentialGone(reason);
        });
        Secret password = opened(row).orElseThrow();
        READ.forget(row.credential().incidentId());
        if (!rows.reveal(credentialId, actor, now)) {
            throw new CredentialGone(CredentialGone.Reason.ALREADY_REVEALED);
        }
        append(row.credential(), actor, "CredentialRevealed", Map.of());
        shown.add(password);
        return password;
    }

    /**
     * Destroys the password; event {@code CredentialDestroyed}. One that is gone already stays as it is, but a revealed
     * one may still be reported lost.
     *
     * @param why lost, expired or superseded
     */
    public void destroy(String credentialId, Destroyed why, String actor) {
        if (why == Destroyed.REVEALED) {
            throw new IllegalArgumentException("only a reveal destroys as revealed");
        }
        SealedCredential credential = locked(credentialId).credential();
        READ.forget(credential.incidentId());
        if (rows.destroy(credentialId, why, Times.now(clock))) {
            append(credential, actor, "CredentialDestroyed", Map.of("why", why.name()));
        }
    }

    /**
     * Destroys every password whose time is up, each in a transaction of its own.
     *
     * @return how many
     */
    public int destroyExpired() {
        List<String> expired = rows.expired(clock.instant());
        expired.forEach(
                id -> transaction.executeWithoutResult(status -> destroy(id, Destroyed.EXPIRED, CaseEvent.SYSTEM)));
        return expired.size();
    }

    private Optional<Secret> opened(CredentialRows.Row row) {
        return Optional.ofNullable(row.sealed()).map(closed -> seal.open(closed, row.belongsTo()));
    }

    /** The row as it stays until the transaction ends: its case is locked before it is read. */
    private CredentialRows.Row locked(String credentialId) {
        CredentialRows.Row found = get(credentialId);
        if (events.holdsLock(found.credential().incidentId())) {
            return found;
        }
        events.lock(found.credential().incidentId());
        return get(credentialId);
    }

    private CredentialRows.Row get(String credentialId) {
        return rows.find(credentialId).orElseThrow(SealedCredentials::unknown);
    }

    private static NoSuchElementException unknown() {
        return new NoSuchElementException("There is no such sealed password.");
    }

    private void append(SealedCredential credential, String actor, String type, Map<String, String> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("credential", credential.id());
        payload.put("change", credential.changeId());
        events.append(credential.incidentId(), actor, type, payload);
    }
}
