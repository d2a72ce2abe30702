package org.mailboxremediation.restore.walk;

import java.time.Instant;
import java.util.List;
import org.mailboxremediation.CaseDatabase;
import org.mailboxremediation.credential.Verification;
import org.mailboxremediation.device.DispositionKind;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.incident.Attestation;

/** What happens, in the product's words. The oracle does not read them. */
final class Words {

    private Words() {}

    static Instant time(long second) {
        return CaseDatabase.START.plusSeconds(second);
    }

    static Verification verification(Happening.Sight sight) {
        return switch (sight) {
            case OUT -> Verification.VERIFIED;
            case STILL_IN -> Verification.REFUTED;
            case NOTHING -> Verification.UNVERIFIABLE;
        };
    }

    static DispositionKind kind(Happening.Deed deed) {
        return switch (deed) {
            case MALWARE_REMOVED -> DispositionKind.MALWARE_REMOVED;
            case REIMAGED -> DispositionKind.REIMAGED;
            case RETIRED -> DispositionKind.RETIRED;
            case WIPED_OR_OUT_OF_USE -> DispositionKind.UNSCANNABLE;
        };
    }

    static String byHand(Happening.SetByHand set) {
        return set.byOwner() ? Attestation.CHANGED_BY_OWNER : Attestation.CHANGED_BY_HAND;
    }

    static String handedOn(Happening.HandedOnByHand on) {
        return on.reached() ? Attestation.HANDED_OVER : Attestation.LOST;
    }

    static ScanClaim claim(Happening.Scanned scan) {
        return new ScanClaim(
                scan.found(),
                "Scanner 1.0",
                time(scan.signatures()),
                time(scan.started()),
                time(scan.finished()),
                scan.files(),
                scan.found() ? List.of("Test.Malware") : List.of());
    }
}
