package org.mailboxremediation.process.task;

import java.util.List;
import org.mailboxremediation.block.BlockLevel;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.block.Origins;
import org.springframework.stereotype.Component;

/** What a task shows of the message that led to the compromise, and of the blocks (article step 4). */
@Component
final class SourceTexts {

    private final Origins origins;
    private final Blocks blocks;
    private final TaskText text;

    SourceTexts(Origins origins, Blocks blocks, TaskText text) {
        this.origins = origins;
        this.blocks = blocks;
        this.text = text;
    }

    String origin(String incidentId) {
        return text.headed(
                incidentId,
                origins.newest(incidentId)
                        .map(o -> List.of(
                                "Return path: " + TaskText.orUnknown(o.report().returnPath()),
                                "Originating IP: "
                                        + TaskText.orUnknown(o.report().originatingIp()),
                                "Boundary: " + TaskText.words(o.report().boundary())))
                        .orElse(List.of("No message was provided.")));
    }

    String blocks(String incidentId) {
        return text.headed(
                incidentId,
                blocks.of(incidentId).stream()
                        .map(b -> b.entry()
                                + (b.level() == BlockLevel.MAILBOX ? " (this mailbox only): " : ": ")
                                + TaskText.words(b.state())
                                + (b.caution() == null ? "" : " (" + b.caution() + ")"))
                        .toList());
    }
}
