package org.mailboxremediation.api;

import java.util.List;
import org.mailboxremediation.device.Device;
import org.mailboxremediation.device.Scan;
import org.mailboxremediation.device.report.ForeignReport;
import org.mailboxremediation.process.ScanDesk;
import org.springframework.stereotype.Component;

/** Takes one device's report in: another device's is a field's mistake. */
@Component
final class ReportUpload {

    private final ScanDesk desk;

    ReportUpload(ScanDesk desk) {
        this.desk = desk;
    }

    Scan attach(Device device, byte[] report, Caller caller, Runnable permit) {
        try {
            return desk.attach(List.of(device), report, caller.userId(), permit).get(0);
        } catch (ForeignReport foreign) {
            throw Problem.field("report", String.valueOf(foreign.getMessage()));
        }
    }
}
