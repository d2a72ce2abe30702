package org.mailboxremediation.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.clamd.ClamAvVersion;
import org.mailboxremediation.device.clamd.UploadState;
import org.mailboxremediation.device.clamd.UploadVerdict;

/**
 * What ClamAV said of an uploaded file.
 *
 * @param finding the signature's name, if something was found
 * @param reason why it was not looked at, or not whole
 * @param sentence the same for people
 */
record UploadView(
        UploadState verdict,
        @Nullable String finding,
        @Nullable String reason,
        @Nullable String scanner,
        @Nullable String signatures,
        @Nullable Instant signaturesDate,
        String sentence) {

    static UploadView of(UploadVerdict seen) {
        ClamAvVersion scanner = seen.scanner();
        return new UploadView(
                seen.state(),
                seen.finding(),
                seen.reason(),
                scanner == null ? null : "ClamAV " + scanner.engine(),
                scanner == null ? null : scanner.signatures(),
                scanner == null ? null : scanner.signaturesDate(),
                seen.sentence());
    }
}
