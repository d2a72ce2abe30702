package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.block.BlocksByHand;
import org.mailboxremediation.incident.TextBounds;
import org.mailboxremediation.process.ConflictRetry;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The blocks in force. */
@RestController
@RequestMapping(path = "/api/blocks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Blocks")
final class BlockController {

    /** An undo that was accepted; the provider's list is changed, and read back, behind it. */
    record Undo(String id, BlockState state) {}

    private final Blocks blocks;
    private final BlocksByHand byHandWords;
    private final ConflictRetry conflicts;
    private final Clock clock;

    BlockController(Blocks blocks, BlocksByHand byHandWords, ConflictRetry conflicts, Clock clock) {
        this.blocks = blocks;
        this.byHandWords = byHandWords;
        this.conflicts = conflicts;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The blocks in force, of all incidents; reviewDue=true: those a person should look at again")
    List<BlockView> inForce(@RequestParam(defaultValue = "false") boolean reviewDue) {
        Instant now = clock.instant();
        return blocks.inForce().stream()
                .filter(block -> !reviewDue || block.isReviewDue(now))
                .map(BlockView::of)
                .toList();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Undo a block, with a reason; byHand=true says that it was removed in the Control Panel")
    Undo undo(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "false") boolean byHand,
            Authentication authentication) {
        String why = why(reason);
        try {
            return conflicts.inTransaction(() -> undo(id, why, byHand, authentication.getName()));
        } catch (NoSuchElementException unknown) {
            throw Problem.notFound("block");
        } catch (IllegalStateException notInForce) {
            throw Problem.conflict(String.valueOf(notInForce.getMessage()));
        }
    }

    @PostMapping("/{id}/renewal")
    @Operation(summary = "Keep a block for another period, with a reason")
    BlockView renew(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            Authentication authentication) {
        String why = why(reason);
        try {
            return BlockView.of(conflicts.inTransaction(() -> blocks.renew(id, why, authentication.getName())));
        } catch (NoSuchElementException unknown) {
            throw Problem.notFound("block");
        } catch (IllegalStateException notInForce) {
            throw Problem.conflict(String.valueOf(notInForce.getMessage()));
        }
    }

    private Undo undo(String id, String reason, boolean byHand, String actor) {
        if (byHand) {
            byHandWords.undoneByHand(id, reason, actor);
            return new Undo(id, BlockState.UNDONE);
        }
        blocks.undo(id, reason, actor);
        return new Undo(id, BlockState.UNDO_REQUESTED);
    }

    private static String why(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.field("reason", "is required");
        }
        try {
            return TextBounds.text("", reason, 2000);
        } catch (IllegalArgumentException broken) {
            throw Problem.field("reason", String.valueOf(broken.getMessage()).strip());
        }
    }
}
