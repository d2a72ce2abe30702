package org.mailboxremediation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.CaseContext;
import org.mailboxremediation.block.Block;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.credential.SealedCredentials;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Tag(DatabaseKind.TAG)
class ExpiryTest {

    private final CaseContext context =
            new CaseContext(new JavaMailSenderImpl(), Map.of("remediation.organisation.domains", "example.com"));
    private final Blocks blocks = context.get(Blocks.class);
    private final Expiry expiry = new Expiry(mock(SealedCredentials.class), blocks, context.database.transaction);
    private final Incident incident = context.open("alice@example.com", Owner.UNKNOWN, List.of());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void undoesBlocksWhoseTimeIsOver() {
        context.database.inTransaction(() -> {
            Block block = blocks.propose(incident.id(), BlockListKind.IP, "203.0.113.9", "admin");
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
