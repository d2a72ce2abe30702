package org.mailboxremediation.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.database.DatabaseKind;

/** Purging leaves a chain that holds; nothing else that takes payloads away does. */
@Tag(DatabaseKind.TAG)
class PurgesTest {

    private static final SigningKey KEY = key("the signing key of this test, 32");
    private static final SigningKey ATTACKERS = key("the key that an attacker made, 3");

    private final CaseDatabase database = new CaseDatabase();
    private final EventChain chain = ChainFixture.chain(database);
    private final Purges purges = ChainFixture.purges(database, KEY);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsPurgedIsGoneAndTheChainHolds() {
        List<CaseEvent> before = written();
        Purge purge = purged("alice", "bob");
        List<CaseEvent> after = chain.of("case-1");

        assertThat(purge.sequences()).containsExactly("1-2", "4");
        assertThat(purge.count()).isEqualTo(3);
        assertThat(after)
                .extracting(CaseEvent::hash)
                .startsWith(before.stream().map(CaseEvent::hash).toArray(String[]::new));
        assertThat(after.get(1).payload()).isEmpty();
        assertThat(after.get(1).form().salt()).isNull();
        assertThat(after.get(2).payload()).isNotEmpty();
        assertThat(database.jdbc
                        .sql("select count(*) from case_event where payload like '%personal%'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(chain.check("case-1").intact()).isTrue();
        assertThat(findings(after)).isEmpty();
    }

    @Test
    void eventsOfTheFirstFormArePurgedToo() {
        CaseEvent old = new CaseEvent(
                "case-1",
                1,
                CaseDatabase.START,
                "alice",
                "Old",
                Map.of("note", "personal"),
                ChainHash.ORIGIN,
                "",
                EventForm.FIRST);
        String hash = ChainHash.of(old);
        assertThat(hash).hasSize(64);
        database.jdbc
                .sql("insert into case_event (case_id, sequence, at, actor, type, payload, previous, hash) values"
                        + " ('case-1', 1, :at, 'alice', 'Old', '{\"note\":\"personal\"}', :previous, :hash)")
                .param("at", CaseDatabase.START.toString())
                .param("previous", ChainHash.ORIGIN)
                .param("hash", hash)
                .update();
        database.jdbc
                .sql("insert into chain_head (case_id, sequence, hash) values ('case-1', 1, :hash)")
                .param("hash", hash)
                .update();
        assertThat(chain.check("case-1").intact()).isTrue();
        append("PurgeRequested", "alice");
        purged("alice", "bob");

        List<CaseEvent> after = chain.of("case-1");
        assertThat(findings(after)).isEmpty();
        CaseEvent first = after.get(0);
        assertThat(first.form().purged()).isTrue();
        // Its own hash says nothing any more; the signed digest does.
        assertThat(ChainCheck.check(List.of(withActor(first))).intact()).isTrue();
        after = new ArrayList<>(after);
        after.set(0, withActor(first));
        assertThat(findings(after)).containsExactly("What the purge left was changed.");
    }

    @Test
    void tamperingIsNotTakenForAPurge() {
        written();
        purged("alice", "bob");
        append("Later", "carol");
        List<CaseEvent> good = chain.of("case-1");

        assertThat(findings(changed(good, 6, CaseEvent::withoutPayload)))
                .containsExactly("The payload is gone, and no purge covers it.");
        assertThat(findings(changed(good, 2, CaseEvent::withoutPayload)))
                .containsExactly("The payload is gone, and no purge covers it.");
        assertThat(PurgeCheck.check(good, purge -> purge.isSignedBy(ATTACKERS.verifyingKey())))
                .extracting(PurgeCheck.Finding::why)
                .containsExactly("The purge is not signed by a key that is trusted.");
        UnaryOperator<CaseEvent> refilled = event -> new CaseEvent(
                event.caseId(),
                event.sequence(),
                event.at(),
                event.actor(),
                event.type(),
                Map.of("note", "other"),
                event.previous(),
                event.hash(),
                new EventForm("HTTP_BASIC", "00", String.valueOf(event.form().payloadDigest()), false));
        List<CaseEvent> invented = changed(good, 0, refilled);
        assertThat(findings(invented)).containsExactly("The purge names payloads that are there.");
        assertThat(ChainCheck.check(invented).firstBad()).isEqualTo(1);
    }

    @Test
    void aPurgeWithoutTheKeyIsFoundThoughItsHashesAreRight() {
        written();
        Purges forger = ChainFixture.purges(database, ATTACKERS);
        database.inTransaction(() -> {
            forger.purge("case-1", "alice", "bob", "none", type -> false);
        });

        assertThat(ChainCheck.check(chain.of("case-1")).intact()).isTrue();
        assertThat(findings(chain.of("case-1"))).containsExactly("The purge is not signed by a key that is trusted.");
    }

    @Test
    void onePersonDoesNotPurge() {
        written();
        assertThatThrownBy(() -> purged("alice", "alice")).isInstanceOf(IllegalArgumentException.class);
        purged("mallory", "bob");

        assertThat(findings(chain.of("case-1"))).containsExactly("The purge was not decided by two people.");
    }

    @Test
    void aSecondPurgeTakesWhatCameSince() {
        written();
        purged("alice", "bob");
        append("Later", "carol");
        append("PurgeRequested", "carol");

        assertThat(purged("carol", "alice").sequences()).containsExactly("7");
        assertThat(findings(chain.of("case-1"))).isEmpty();
        assertThatThrownBy(() -> purged("carol", "alice")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPurgeThatCannotBeReadIsAFinding() {
        append("Fact", "alice");
        for (List<String> ranges : List.of(List.of("x"), List.of("2-1"), List.of("1", "1"), List.of("1-900000000"))) {
            database.inTransaction(() -> {
                chain.append(
                        "case-1",
                        "bob",
                        Purge.EVENT,
                        Map.of(
                                "requestedBy",
                                "a",
                                "reason",
                                "",
                                "sequences",
                                ranges,
                                "digest",
                                "d",
                                "key",
                                "k",
                                "signature",
                                "s"));
            });
        }
        database.inTransaction(() -> {
            chain.append("case-1", "bob", Purge.EVENT, Map.of());
        });
        assertThat(findings(chain.of("case-1"))).hasSize(5).containsOnly("The purge cannot be read.");
    }

    private static List<String> findings(List<CaseEvent> events) {
        return PurgeCheck.check(events, purge -> purge.isSignedBy(KEY.verifyingKey())).stream()
                .map(PurgeCheck.Finding::why)
                .toList();
    }

    private List<CaseEvent> written() {
        append("Fact", "alice");
        append("Fact", "bob");
        append("Kept", "bob");
        append("Fact", "system");
        append("PurgeRequested", "alice");
        return chain.of("case-1");
    }

    private Purge purged(String requestedBy, String confirmedBy) {
        Set<String> kept = Set.of("Kept");
        return database.inTransaction(
                () -> purges.purge("case-1", requestedBy, confirmedBy, "its time", kept::contains));
    }

    private void append(String type, String actor) {
        database.inTransaction(() -> {
            chain.append(
                    "case-1", actor, type, Map.of("note", type.equals("PurgeRequested") ? "its time" : "personal"));
        });
    }

    private static List<CaseEvent> changed(List<CaseEvent> events, int index, UnaryOperator<CaseEvent> change) {
        List<CaseEvent> changed = new ArrayList<>(events);
        changed.set(index, change.apply(events.get(index)));
        return changed;
    }

    private static CaseEvent withActor(CaseEvent e) {
        return new CaseEvent(
                e.caseId(), e.sequence(), e.at(), "mallory", e.type(), e.payload(), e.previous(), e.hash(), e.form());
    }

    private static SigningKey key(String secret) {
        return SigningKey.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
