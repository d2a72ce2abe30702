package org.mailboxremediation.event;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The append-only hash chain of each case (promise P10). Writers of one case take turns. */
@Component
public final class EventChain {

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{0,63}");

    private final EventTable table;
    private final ChainHeads heads;
    private final UnwrittenEvents unwritten;
    private final NextEvent next;
    private final ObjectProvider<ChainFollower> followers;
    private final Clock clock;

    EventChain(
            EventTable table,
            ChainHeads heads,
            UnwrittenEvents unwritten,
            NextEvent next,
            ObjectProvider<ChainFollower> followers,
            Clock clock) {
        this.table = table;
        this.heads = heads;
        this.unwritten = unwritten;
        this.next = next;
        this.followers = followers;
        this.clock = clock;
    }

    /**
     * Appends a fact or decision, in the caller's transaction, which from here on holds the case's lock.
     *
     * @param actor who: a user id, or {@link CaseEvent#SYSTEM}; 1 to 254 characters
     * @param type PascalCase, at most 64 letters
     * @param payload texts, whole numbers, booleans and lists of texts; never a secret
     * @return the event as stored; its sequence orders the facts of the case
     * @throws IllegalArgumentException if one of them is not so
     * @throws IllegalStateException outside a transaction
     */
    public CaseEvent append(String caseId, String actor, String type, Map<String, ?> payload) {
        requireNamed(actor, type);
        requireTransaction();
        CaseEvent event = extend(new NewEvent(caseId, actor, type, payload));
        followers.forEach(follower -> follower.appended(List.of(event)));
        return event;
    }

    /**
     * The same for many cases at once, each case's facts in the order given. Cases are locked in one order, so that two
     * batches never wait for each other.
     *
     * @return the events as stored, in the order given
     */
    public List<CaseEvent> appendAll(List<NewEvent> facts) {
        facts.forEach(fact -> requireNamed(fact.actor(), fact.type()));
        requireTransaction();
        heads.lockAll(facts.stream().map(NewEvent::caseId).collect(Collectors.toCollection(TreeSet::new)))
                .forEach(heads::begin);
        List<CaseEvent> events = facts.stream().map(this::extend).toList();
        followers.forEach(follower -> follower.appended(events));
        return events;
    }

    /**
     * Takes the case's lock until the caller's transaction ends, so that what is read next stays so until then. Whoever
     * changes a row of a case takes this first: where one did not, two transactions of one case could wait for each other.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void lock(String caseId) {
        requireTransaction();
        heads.lock(caseId);
    }

    /**
     * The same for many cases, by one statement, and in one order: two who lock many never wait for each other.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void lockAll(Collection<String> caseIds) {
        requireTransaction();
        heads.lockAll(new TreeSet<>(caseIds)).forEach(heads::lock);
    }

    /** Whether the transaction that runs has the case's lock: then what it reads of the case stays so unless it writes. */
    public boolean holdsLock(String caseId) {
        return ChainHeads.held().contains(caseId);
    }

    /** The case's events from the first to the last; empty for an unknown case. */
    public List<CaseEvent> of(String caseId) {
        unwritten.write();
        return table.of(caseId);
    }

    /** Checks the stored chain, its end included. */
    public ChainVerdict check(String caseId) {
        unwritten.write();
        Optional<ChainHeads.Head> head = heads.find(caseId);
        List<CaseEvent> events = of(caseId);
        ChainVerdict verdict = ChainCheck.check(events);
        if (!verdict.intact()) {
            return verdict;
        }
        String last = events.isEmpty()
                ? ChainHash.ORIGIN
                : events.get(events.size() - 1).hash();
        if (!head.map(ChainHeads.Head::hash).orElse(ChainHash.ORIGIN).equals(last)) {
            return ChainVerdict.broken(events.size() + 1L, "Events are missing at the chain's end.");
        }
        return PurgeCheck.check(events, purge -> true).stream()
                .findFirst()
                .map(finding -> ChainVerdict.broken(finding.position(), finding.why()))
                .orElse(verdict);
    }

    private CaseEvent extend(NewEvent fact) {
        CaseEvent event =
                next.after(heads.lock(fact.caseId()), fact, clock.instant().truncatedTo(ChronoUnit.MICROS));
        heads.advance(event);
        unwritten.add(event);
        return event;
    }

    private static void requireNamed(String actor, String type) {
        if (actor.isBlank() || actor.length() > 254 || !TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException("an event needs an actor and a PascalCase type");
        }
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("facts are written inside a transaction only");
        }
    }
}
