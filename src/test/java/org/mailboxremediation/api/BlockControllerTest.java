package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailboxremediation.api.ApiContext.ADMIN;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailboxremediation.api.ApiContext.Answer;
import org.mailboxremediation.block.BlockEntries;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.block.BlocksByHand;
import org.mailboxremediation.database.DatabaseKind;
import org.mailboxremediation.mailbox.BlockListKind;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@Tag(DatabaseKind.TAG)
class BlockControllerTest {

    private final ApiContext api = new ApiContext();
    private final String incident = api.report();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void aBlockInForceIsListedAndUndoneWithAReason() {
        String id = blocked();
        assertThat(api.get("/api/blocks", ADMIN).body().get(0).path("entry").asText())
                .isEqualTo("mallory@example.org");
        Answer undone = undo(id, "?reason=A customer of ours");
        assertThat(undone.status()).isEqualTo(202);
        assertThat(undone.body().path("state").asText()).isEqualTo("UNDO_REQUESTED");
        assertThat(api.get("/api/blocks", ADMIN).body()).isEmpty();
        assertThat(undo(id, "?reason=again").status()).isEqualTo(409);
        Answer byHand = undo(id, "?reason=removed in the panel&byHand=true");
        assertThat(byHand.body().path("state").asText()).isEqualTo("UNDONE");
        assertThat(undo(id, "?reason=again&byHand=true").status()).isEqualTo(409);
    }

    @Test
    void anUndoNeedsAReasonAndABlock() {
        String id = blocked();
        assertThat(undo(id, "").fields()).containsExactly("reason");
        assertThat(undo(id, "?reason= ").fields()).containsExactly("reason");
        assertThat(undo(id, "?reason=" + "x".repeat(2001)).fields()).containsExactly("reason");
        assertThat(undo("none", "?reason=wrong").status()).isEqualTo(404);
    }

    private Answer undo(String id, String query) {
        return api.send(MockMvcRequestBuilders.delete("/api/blocks/" + id + query), ADMIN);
    }

    private String blocked() {
        Blocks blocks = api.get(Blocks.class);
        return api.database.inTransaction(() -> {
            String id = api.get(BlockEntries.class)
                    .propose(incident, BlockListKind.ADDRESS, "mallory@example.org", "admin")
                    .id();
            blocks.request(id, "It sent the message.", "admin");
            api.get(BlocksByHand.class).doneByHand(incident, "admin");
            return id;
        });
    }
}
