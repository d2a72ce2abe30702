package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.BlockEntries;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.event.EventChain;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Incidents;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.mailbox.BlockListKind;
import org.mailboxremediation.notice.Notice;
import org.mailboxremediation.notice.NoticeKind;
import org.mailboxremediation.notice.NoticeStatus;
import org.mailboxremediation.notice.Notices;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class ExpiryTest {

    private final CaseContext context = new CaseContext(
            new JavaMailSenderImpl(),
            Map.of(
                    "remediation.organisation.domains",
                    "example.com",
                    "remediation.organisation.administrator-contacts",
                    "it@example.net,desk@example.org"));
    private final Blocks blocks = context.get(Blocks.class);
    private final BlockEntries entries = context.get(BlockEntries.class);
    private final Expiry expiry = new Expiry(
            mock(SealedCredentials.class),
            blocks,
            context.get(Incidents.class),
            context.get(Notices.class),
            context.database.transaction,
            context.database.clock);
    private final Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void asksOnceWhetherABlockIsStillWanted() {
        block("203.0.113.9", "203.0.113.10");
        context.database.clock.advance(Duration.ofDays(149));
        expiry.askForReview();
        assertThat(asked()).isEmpty();

        context.database.clock.advance(Duration.ofDays(2));
        expiry.askForReview();
        expiry.askForReview();
        assertThat(asked()).containsExactlyInAnyOrder("it@example.net", "desk@example.org");
        assertThat(reviewEvents()).isEqualTo(2);

        blocks.inForce().forEach(this::renew);
        context.database.clock.advance(Duration.ofDays(160));
        context.drain();
        expiry.askForReview();
        assertThat(reviewEvents()).isEqualTo(4);
        assertThat(asked()).hasSize(2);
    }

    @Test
    void asksNobodyWhomTheAttackerMayRead() {
        block("203.0.113.9");
        context.open("desk@example.org", Owner.UNKNOWN, List.of());
        context.database.clock.advance(Duration.ofDays(151));
        expiry.askForReview();
        assertThat(context.get(Notices.class).of(incident.id()))
                .filteredOn(notice -> notice.kind() == NoticeKind.BLOCK_REVIEW)
                .extracting(Notice::recipient, Notice::status)
                .containsExactlyInAnyOrder(
                        tuple("it@example.net", NoticeStatus.QUEUED), tuple("desk@example.org", NoticeStatus.WITHHELD));
    }

    private void block(String... addresses) {
        context.database.inTransaction(() -> {
            for (String address : addresses) {
                Block block = entries.propose(incident.id(), BlockListKind.IP, address, "admin");
                blocks.request(block.id(), null, "admin");
            }
            blocks.send(incident.id());
        });
        context.drain();
    }

    private void renew(Block block) {
        context.database.inTransaction(() -> blocks.renew(block.id(), "still wanted", "admin"));
    }

    private List<String> asked() {
        return context.get(Notices.class).of(incident.id()).stream()
                .filter(notice -> notice.kind() == NoticeKind.BLOCK_REVIEW)
                .map(Notice::recipient)
                .toList();
    }

    private long reviewEvents() {
        return context.get(EventChain.class).of(incident.id()).stream()
                .filter(event -> event.type().equals("BlockReviewAsked"))
                .count();
    }

    @Test
    void undoesBlocksWhoseTimeIsOver() {
        context.database.inTransaction(() -> {
            Block block = entries.propose(incident.id(), BlockListKind.IP, "203.0.113.9", "admin");
            blocks.request(block.id(), null, "admin");
            blocks.send(incident.id());
        });
        context.drain();
        expiry.undoExpiredBlocks();
        context.drain();
        assertThat(context.provider.blocked).containsExactly("203.0.113.9");

        context.database.clock.advance(Duration.ofDays(180));
        expiry.undoExpiredBlocks();
        expiry.undoExpiredBlocks();
        context.drain();
        assertThat(context.provider.blocked).isEmpty();
        assertThat(blocks.of(incident.id())).extracting(Block::state).containsExactly(BlockState.UNDONE);
    }
}
