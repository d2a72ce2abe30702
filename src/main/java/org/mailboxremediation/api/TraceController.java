package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import org.mailboxremediation.block.SharedProviders;
import org.mailboxremediation.evidence.trace.MessageHeaders;
import org.mailboxremediation.evidence.trace.OriginDescription;
import org.mailboxremediation.evidence.trace.OriginReader;
import org.mailboxremediation.evidence.trace.OriginReport;
import org.mailboxremediation.incident.Organisation;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Where a message came from, without a case: nothing is kept. */
@RestController
@Tag(name = "Source")
final class TraceController {

    private final Organisation organisation;
    private final SharedProviders shared;

    TraceController(Organisation organisation, SharedProviders shared) {
        this.organisation = organisation;
        this.shared = shared;
    }

    @PostMapping(
            path = "/api/trace",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read a message (.eml, at most 25 MiB): where it came in from outside, and what it claims")
    OriginDescription upload(@RequestPart MultipartFile message) {
        return describe(Upload.bytes("message", message));
    }

    /** Takes any media type but a form's: programs seldom name a message's. */
    @PostMapping(path = "/api/trace", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The same, with the message as the body")
    OriginDescription body(InputStream body) throws IOException {
        byte[] message = body.readNBytes(MessageHeaders.MAX_MESSAGE + 1);
        if (message.length == 0) {
            throw Problem.field("body", "must not be empty");
        }
        if (message.length > MessageHeaders.MAX_MESSAGE) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "A message may have at most 25 MiB.");
        }
        return describe(message);
    }

    private OriginDescription describe(byte[] message) {
        OriginReport report = OriginReader.read(message, organisation.networks(), shared.relays());
        String unreadable = report.unreadable();
        if (unreadable != null) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_ENTITY, unreadable);
        }
        return OriginDescription.of(report);
    }
}
