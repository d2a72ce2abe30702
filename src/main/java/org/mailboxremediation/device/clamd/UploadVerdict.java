package org.mailboxremediation.device.clamd;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an uploaded file.
 *
 * @param finding the signature's name, printable ASCII; null unless something was found
 * @param reason a sentence; null unless it was not looked at, or not whole
 * @param scanner what looked at it; null if nothing did
 */
public record UploadVerdict(
        UploadState state,
        @Nullable String finding,
        @Nullable String reason,
        @Nullable ClamAvVersion scanner) {

    static final UploadVerdict NOT_CONFIGURED = new UploadVerdict(UploadState.NOT_CONFIGURED, null, null, null);

    static UploadVerdict notScanned(String reason) {
        return new UploadVerdict(UploadState.NOT_SCANNED, null, reason, null);
    }

    static UploadVerdict of(ClamdAnswer answer, ClamAvVersion scanner) {
        return switch (answer.state()) {
            case FOUND -> new UploadVerdict(UploadState.FOUND, answer.text(), null, scanner);
            case CLEAN -> new UploadVerdict(UploadState.CLEAN, null, null, scanner);
            default -> new UploadVerdict(answer.state(), null, answer.text(), scanner);
        };
    }

    /** What it comes to, for people. */
    public String sentence() {
        return switch (state) {
            case FOUND -> "ClamAV found " + finding + " in it. It is kept as evidence: do not open it.";
            case CLEAN -> "ClamAV found nothing in it, which does not prove that there is nothing.";
            case INCOMPLETE -> String.valueOf(reason);
            case NOT_SCANNED -> "Not scanned for malware. " + reason;
            case NOT_CONFIGURED -> "Not scanned for malware: no clamd is configured.";
        };
    }

    /** Why a device report that carries something proves nothing; null if it carries nothing. */
    public @Nullable String doubt() {
        return finding == null
                ? null
                : "The report itself carries malware (" + finding + "). Bring it as the scanner wrote it.";
    }
}
