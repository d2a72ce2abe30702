package org.mailboxremediation.api;

import java.io.IOException;
import org.mailboxremediation.evidence.EvidenceStore;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;

/** An uploaded file as evidence: not empty, at most 25 MiB. */
final class Upload {

    private Upload() {}

    static byte[] bytes(String part, MultipartFile file) {
        if (file.isEmpty()) {
            throw Problem.field(part, "must not be empty");
        }
        if (file.getSize() > EvidenceStore.MAX_SIZE) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "A file may have at most 25 MiB.");
        }
        try {
            return file.getBytes();
        } catch (IOException brokenOff) {
            throw Problem.of(HttpStatus.BAD_REQUEST);
        }
    }
}
