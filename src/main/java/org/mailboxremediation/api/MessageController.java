package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.mailboxremediation.block.BlockProposals;
import org.mailboxremediation.block.Origin;
import org.mailboxremediation.device.clamd.UploadScans;
import org.mailboxremediation.device.clamd.UploadVerdict;
import org.mailboxremediation.process.ConflictRetry;
import org.mailboxremediation.process.MessageTracing;
import org.mailboxremediation.process.TaskBoard;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The message that may have led to the compromise. */
@RestController
@Tag(name = "Source")
final class MessageController {

    private final Cases cases;
    private final MessageTracing tracing;
    private final BlockProposals proposals;
    private final UploadScans uploads;
    private final TaskBoard board;
    private final ConflictRetry conflicts;

    MessageController(
            Cases cases,
            MessageTracing tracing,
            BlockProposals proposals,
            UploadScans uploads,
            TaskBoard board,
            ConflictRetry conflicts) {
        this.cases = cases;
        this.tracing = tracing;
        this.proposals = proposals;
        this.uploads = uploads;
        this.board = board;
        this.conflicts = conflicts;
    }

    @PostMapping(
            path = "/api/incidents/{id}/malicious-message",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Give the suspected message (.eml, at most 25 MiB): where it came from, and what could be blocked")
    UploadedMessageView add(
            @PathVariable String id, @RequestPart MultipartFile message, Authentication authentication) {
        Caller caller = Caller.of(authentication);
        String incident = cases.open(id, caller).id();
        byte[] content = Upload.bytes("message", message);
        UploadVerdict seen = uploads.scan(content);
        Origin origin = conflicts.inTransaction(() -> add(incident, content, seen, caller));
        return new UploadedMessageView(OriginView.of(origin, proposals.from(origin.report())), UploadView.of(seen));
    }

    private Origin add(String incident, byte[] content, UploadVerdict seen, Caller caller) {
        Origin origin = tracing.add(incident, content, caller.userId());
        uploads.record(incident, origin.evidenceId(), seen, caller.userId());
        board.find(incident, "UserTask_ProvideMessage")
                .ifPresent(task -> board.completeByEvidence(task, caller.userId(), caller.groups()));
        return origin;
    }
}
