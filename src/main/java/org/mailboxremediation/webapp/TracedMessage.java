package org.mailboxremediation.webapp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.block.Origin;
import org.mailboxremediation.device.clamd.UploadVerdict;
import org.mailboxremediation.evidence.trace.OriginReport;

/**
 * What the form shows of an uploaded message.
 *
 * @param returnPath the sender it claims; "" for the null sender, null where it names none
 * @param originatingIp the address that our own side saw; null if there is none to rely on
 * @param boundary {@code found}, {@code none} or {@code undetermined}
 * @param scanned what ClamAV said of it, a sentence
 */
record TracedMessage(@Nullable String returnPath, @Nullable String originatingIp, String boundary, String scanned) {

    static TracedMessage of(Origin origin, UploadVerdict seen) {
        OriginReport report = origin.report();
        return new TracedMessage(
                report.returnPath(),
                report.originatingIp(),
                report.boundary().name().toLowerCase(Locale.ROOT),
                seen.sentence());
    }
}
