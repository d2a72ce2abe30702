package org.mailboxremediation.webapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.mailboxremediation.block.BlockEntries;
import org.mailboxremediation.block.BlockPreview;
import org.mailboxremediation.block.BlockState;
import org.mailboxremediation.block.Blocks;
import org.mailboxremediation.block.CaseLinks;
import org.mailboxremediation.block.Origins;
import org.mailboxremediation.evidence.trace.OriginDescription;
import org.mailboxremediation.incident.Incidents;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What the form on which blocks are confirmed asks for beside its own fields (article step 4). */
@Component
final class BlocksCall {

    private static final String TASK = "UserTask_ConfirmBlock";
    private static final int LONGEST = 4096;
    private static final int MOST_ENTRIES = 50;

    private final TasksOfPerson tasks;
    private final Incidents incidents;
    private final Origins origins;
    private final Blocks blocks;
    private final BlockEntries entries;
    private final CaseLinks links;
    private final BlockPreview preview;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    BlocksCall(
            TasksOfPerson tasks,
            Incidents incidents,
            Origins origins,
            Blocks blocks,
            BlockEntries entries,
            CaseLinks links,
            BlockPreview preview,
            TransactionTemplate transaction,
            ObjectMapper json) {
        this.tasks = tasks;
        this.incidents = incidents;
        this.origins = origins;
        this.blocks = blocks;
        this.entries = entries;
        this.links = links;
        this.preview = preview;
        this.transaction = transaction;
        this.json = json;
    }

    Response show(String taskId) {
        return Replies.of(() -> shown(tasks.at(taskId, TASK).incidentId()));
    }

    /** Looks into the mailbox, outside any transaction. */
    Response preview(String taskId) {
        return Replies.of(() -> {
            String incidentId = administrator(taskId).incidentId();
            return preview.of(
                    incidents.get(incidentId).mailbox(),
                    blocks.of(incidentId).stream()
                            .filter(block -> block.state() == BlockState.PROPOSED)
                            .toList());
        });
    }

    Response add(String taskId, InputStream body) {
        return Replies.of(() -> {
            PersonAtTask person = administrator(taskId);
            String entry = entry(body);
            if (blocks.of(person.incidentId()).size() >= MOST_ENTRIES) {
                throw new CallRefused(409, "The case has enough entries.");
            }
            transaction.executeWithoutResult(status -> add(person, entry));
            return shown(person.incidentId());
        });
    }

    private void add(PersonAtTask person, String entry) {
        try {
            entries.propose(person.incidentId(), entry, person.userId());
        } catch (IllegalArgumentException broken) {
            throw new CallRefused(400, "This is no entry for a block list.");
        }
    }

    private PersonAtTask administrator(String taskId) {
        PersonAtTask person = tasks.at(taskId, TASK);
        if (!person.groups().contains("mailbox-admins")) {
            throw new CallRefused(403, "Only a mailbox administrator may do this.");
        }
        return person;
    }

    private BlocksAtTask shown(String incidentId) {
        return new BlocksAtTask(
                origins.newest(incidentId)
                        .map(origin -> OriginDescription.of(origin.report()))
                        .orElseThrow(() -> new CallRefused(409, "No message was provided.")),
                links.of(incidentId).stream()
                        .map(link -> new BlocksAtTask.Link(
                                incidents.get(link.incidentId()).mailbox().asString(), link.via(), link.value()))
                        .toList(),
                blocks.of(incidentId).stream().map(BlocksAtTask.Entry::of).toList());
    }

    private String entry(InputStream body) {
        try {
            JsonNode given = json.readTree(body.readNBytes(LONGEST));
            String entry = given == null ? "" : given.path("entry").asText("").strip();
            if (!entry.isEmpty()) {
                return entry;
            }
        } catch (IOException broken) {
            throw new CallRefused(400, "The entry did not arrive whole.");
        }
        throw new CallRefused(400, "Give an entry.");
    }
}
