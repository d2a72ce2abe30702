package org.mailboxremediation.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.CaseEvent;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.evidence.trace.Boundary;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.evidence.trace.SpfResult;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.mailbox.ProviderFailure;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class BlocksTest {

    private static final OriginReport REPORT =
            new OriginReport("mallory@evil.example", "203.0.113.9", Boundary.FOUND, SpfResult.PASS, List.of());

    private final CaseContext context =
            new CaseContext(new JavaMailSenderImpl(), Map.of("remediation.organisation.domains", "example.com"));
    private final Blocks blocks = context.get(Blocks.class);
    private final BlockEntries entries = context.get(BlockEntries.class);
    private final BlocksByHand byHand = context.get(BlocksByHand.class);
    private final Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void blocksWhatAPersonWantsAndReadsItBack() {
        List<Block> proposed = propose(incident);
        requestAll(incident, proposed);
        context.drain();

        assertThat(context.provider.blocked).containsExactlyInAnyOrder("mallory@evil.example", "203.0.113.9");
        assertThat(blocks.inForce())
                .hasSize(2)
                .allSatisfy(block -> assertThat(block.expiresAt())
                        .isEqualTo(context.database.clock.instant().plus(Duration.ofDays(180))));
        assertThat(events()).contains("BlockProposed", "BlockRequested", "BlockInForce");
    }

    @Test
    void proposesTheSameOnce() {
        assertThat(propose(incident)).isEqualTo(propose(incident));
        assertThat(blocks.of(incident.id())).hasSize(2);
    }

    @Test
    void refusesWhatTheListDoesNotShow() {
        context.provider.forgetful = true;
        requestAll(incident, propose(incident));
        context.drain();

        assertThat(blocks.of(incident.id())).extracting(Block::state).containsOnly(BlockState.REFUSED);
    }

    @Test
    void waitsForAProviderThatDoesNotAnswer() {
        requestAll(incident, propose(incident));
        context.provider.failure = () -> new ProviderFailure.Unavailable("down", Duration.ZERO);
        context.drain();
        assertThat(blocks.inForce()).isEmpty();

        context.provider.failure = null;
        context.database.clock.advance(Duration.ofMinutes(2));
        context.drain();
        assertThat(blocks.inForce()).hasSize(2);
    }

    @Test
    void writesAnEntryOnceHoweverOftenItIsRepeated() {
        requestAll(incident, propose(incident));
        context.provider.blocked.addAll(List.of("mallory@evil.example", "203.0.113.9"));
        context.drain();

        assertThat(context.provider.writes).isZero();
        assertThat(blocks.inForce()).hasSize(2);
    }

    @Test
    void overrulesACautionWithAReasonOnly() {
        Block shared = proposeByHand("mallory@gmail.com");

        assertThatIllegalArgumentException().isThrownBy(() -> request(shared, null));
        assertThatIllegalArgumentException().isThrownBy(() -> request(shared, " "));
        request(shared, "We know nobody there.");
        assertThat(blocks.of(incident.id())).extracting(Block::state).containsExactly(BlockState.REQUESTED);
    }

    @Test
    void neverRequestsFriendlyFire() {
        Block own = proposeByHand("bob@example.com");

        assertThat(own.state()).isEqualTo(BlockState.REFUSED);
        assertThatIllegalStateException().isThrownBy(() -> request(own, "please"));
    }

    @Test
    void undoesABlock() {
        requestAll(incident, propose(incident));
        context.drain();
        blocks.inForce().forEach(this::undo);
        context.drain();

        assertThat(context.provider.blocked).isEmpty();
        assertThat(blocks.of(incident.id())).extracting(Block::state).containsOnly(BlockState.UNDONE);
    }

    @Test
    void undoesWhatIsAskedForWhileAnotherIsBeingUndone() {
        requestAll(incident, propose(incident));
        context.drain();
        Block first = blocks.inForce().get(0);
        Block second = blocks.inForce().get(1);
        context.provider.meanwhile = () -> {
            context.provider.meanwhile = () -> {};
            undo(second);
        };
        undo(first);
        context.drain();

        assertThat(context.provider.blocked).isEmpty();
        assertThat(blocks.of(incident.id())).extracting(Block::state).containsOnly(BlockState.UNDONE);
    }

    @Test
    void isUndoneByHandWhereThereIsNoApi() {
        requestAll(incident, propose(incident));
        context.drain();
        Block block = blocks.inForce().get(0);
        context.provider.failure = ProviderFailure.ByHand::new;
        undo(block);
        context.drain();
        assertThat(blocks.of(incident.id())).extracting(Block::state).containsOnly(BlockState.IN_FORCE);

        context.database.inTransaction(() -> byHand.undoneByHand(block.id(), "removed in the panel", "admin"));
        assertThat(blocks.of(incident.id()))
                .extracting(Block::state)
                .containsExactlyInAnyOrder(BlockState.UNDONE, BlockState.IN_FORCE);
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> context.database.inTransaction(() -> byHand.undoneByHand(block.id(), "again", "admin")));
    }

    @Test
    void keepsAnEntryThatAnotherCaseNeeds() {
        Incident other = context.open("bob@example.com", Owner.UNKNOWN, List.of());
        requestAll(incident, propose(incident));
        requestAll(other, propose(other));
        context.drain();
        blocks.of(incident.id()).forEach(this::undo);
        context.drain();

        assertThat(context.provider.blocked).hasSize(2);
        assertThat(blocks.of(incident.id())).extracting(Block::state).containsOnly(BlockState.UNDONE);
    }

    @Test
    void leavesABlockInForceThatTheListStillShows() {
        requestAll(incident, propose(incident));
        context.drain();
        context.provider.forgetful = true;
        blocks.inForce().forEach(this::undo);
        context.drain();

        assertThat(blocks.of(incident.id())).extracting(Block::state).containsOnly(BlockState.IN_FORCE);
    }

    @Test
    void tellsWhenItsTimeIsOver() {
        requestAll(incident, propose(incident));
        context.drain();
        assertThat(blocks.expired()).isEmpty();

        context.database.clock.advance(Duration.ofDays(180));
        assertThat(blocks.expired()).hasSize(2);
    }

    @Test
    void takesAPersonsWordWhereTheProviderCannotBeUsed() {
        requestAll(incident, propose(incident));
        context.provider.failure = ProviderFailure.CredentialsRefused::new;
        context.drain();
        context.database.inTransaction(() -> byHand.doneByHand(incident.id(), "admin"));

        assertThat(blocks.inForce()).hasSize(2);
    }

    @Test
    void leavesAnEntryThatStoodBeforeUs() {
        context.provider.blocked.add("203.0.113.9");
        requestAll(incident, propose(incident));
        context.drain();
        assertThat(blocks.inForce())
                .extracting(Block::entry, Block::stoodBefore)
                .containsExactlyInAnyOrder(tuple("203.0.113.9", true), tuple("mallory@evil.example", false));

        blocks.inForce().forEach(this::undo);
        context.drain();
        assertThat(context.provider.blocked).containsExactly("203.0.113.9");
        assertThat(blocks.of(incident.id())).extracting(Block::state).containsOnly(BlockState.UNDONE);
    }

    @Test
    void removesWhatAnotherCaseOfOursPutThereOnceNobodyNeedsIt() {
        Incident other = context.open("bob@example.com", Owner.UNKNOWN, List.of());
        requestAll(incident, propose(incident));
        context.drain();
        requestAll(other, propose(other));
        context.drain();
        blocks.of(incident.id()).forEach(this::undo);
        context.drain();
        blocks.of(other.id()).forEach(this::undo);
        context.drain();

        assertThat(context.provider.blocked).isEmpty();
    }

    @Test
    void leavesWhatTheListCannotSayToAPerson() {
        OriginReport v6 = new OriginReport(null, "2001:db8::9", Boundary.FOUND, null, List.of());
        Block block = context.database
                .inTransaction(() -> entries.propose(incident.id(), v6))
                .get(0);
        assertThat(block.byHand()).isTrue();
        request(block, "the source");
        context.database.inTransaction(() -> blocks.send(incident.id()));
        context.drain();
        assertThat(context.provider.writes).isZero();
        assertThat(blocks.of(incident.id())).extracting(Block::state).containsExactly(BlockState.REQUESTED);

        context.database.inTransaction(() -> byHand.doneByHand(incident.id(), "admin"));
        assertThat(blocks.inForce()).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> undo(block)).withMessageContaining("by hand");
        context.database.clock.advance(Duration.ofDays(181));
        assertThat(blocks.expired()).isEmpty();
    }

    @Test
    void isRenewedByAPersonWithAReason() {
        requestAll(incident, propose(incident));
        context.drain();
        Block block = blocks.inForce().get(0);
        context.database.clock.advance(Duration.ofDays(160));
        assertThat(block.isReviewDue(context.database.clock.instant())).isTrue();

        context.database.inTransaction(() -> blocks.renew(block.id(), "still at it", "admin"));
        context.database.clock.advance(Duration.ofDays(30));
        assertThat(blocks.expired())
                .extracting(Block::id)
                .doesNotContain(block.id())
                .hasSize(1);
        assertThat(events()).contains("BlockRenewed");
    }

    @Test
    void triesAnUndoThatDidNotTakeEffectAgainADayLater() {
        requestAll(incident, propose(incident));
        context.drain();
        context.database.clock.advance(Duration.ofDays(180));
        context.provider.forgetful = true;
        blocks.expired().forEach(this::undo);
        context.drain();
        assertThat(blocks.inForce()).hasSize(2);
        assertThat(blocks.expired()).isEmpty();

        context.database.clock.advance(Duration.ofDays(1));
        assertThat(blocks.expired()).hasSize(2);
    }

    @Test
    void takesTheListOfTheMailboxAlone() {
        Block block = propose(incident).get(0);
        context.database.inTransaction(() -> blocks.request(block.id(), BlockLevel.MAILBOX, null, "admin"));
        context.database.inTransaction(() -> blocks.send(incident.id()));
        context.drain();

        assertThat(context.provider.scopes).containsOnly("alice@example.com");
        assertThat(blocks.inForce()).extracting(Block::level).containsExactly(BlockLevel.MAILBOX);
    }

    private List<Block> propose(Incident to) {
        return context.database.inTransaction(() -> entries.propose(to.id(), REPORT));
    }

    private Block proposeByHand(String entry) {
        return context.database.inTransaction(
                () -> entries.propose(incident.id(), BlockListKind.ADDRESS, entry, "admin"));
    }

    private void request(Block block, @Nullable String reason) {
        context.database.inTransaction(() -> blocks.request(block.id(), reason, "admin"));
    }

    private void requestAll(Incident of, List<Block> proposed) {
        proposed.forEach(block -> request(block, null));
        context.database.inTransaction(() -> blocks.send(of.id()));
    }

    private void undo(Block block) {
        context.database.inTransaction(() -> blocks.undo(block.id(), "a mistake", "admin"));
    }

    private List<String> events() {
        return context.get(EventChain.class).of(incident.id()).stream()
                .map(CaseEvent::type)
                .toList();
    }
}
