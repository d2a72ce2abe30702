package org.mailboxremediation.webapp;

import java.util.List;
import org.mailboxremediation.device.Scan;

/**
 * What a scan was taken for.
 *
 * @param device the device's id
 * @param reasons why it proves nothing; empty unless incomplete
 */
record GivenVerdict(String device, String verdict, List<String> reasons) {

    GivenVerdict {
        reasons = List.copyOf(reasons);
    }

    static GivenVerdict of(Scan scan) {
        return new GivenVerdict(scan.deviceId(), scan.verdict().name(), scan.reasons());
    }
}
