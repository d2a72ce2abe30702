package org.mailboxremediation.process.task;

import java.util.List;
import java.util.Map;
import org.mailboxremediation.device.DispositionKind;
import org.mailboxremediation.device.ScanClaim;
import org.mailboxremediation.process.DeviceScans;
import org.mailboxremediation.process.InputRefused;
import org.springframework.stereotype.Component;

/** Records what a scanner said of a device, or why the device needs no scan (article step 2, promise P8). */
@Component
final class AttestScanInput implements TaskInput {

    private final DeviceScans scans;
    private final DeviceTexts texts;

    AttestScanInput(DeviceScans scans, DeviceTexts texts) {
        this.scans = scans;
        this.texts = texts;
    }

    @Override
    public String task() {
        return "UserTask_AttestScan";
    }

    @Override
    public Map<String, Object> shown(CaseTask task) {
        return Map.of("facts", texts.device(task.device()));
    }

    @Override
    public void check(CaseTask task, Answers answers) {
        if (answers.none()) {
            return;
        }
        if (isScan(answers)) {
            claim(answers);
        } else {
            answers.need("reason");
        }
    }

    @Override
    public void record(CaseTask task, Answers answers) {
        if (answers.none()) {
            return;
        }
        if (isScan(answers)) {
            scans.record(task.device(), claim(answers), task.actor());
        } else {
            scans.dispose(
                    task.device(),
                    DispositionKind.valueOf(answers.need("verdict")),
                    answers.need("reason"),
                    task.actor());
        }
    }

    private static boolean isScan(Answers answers) {
        return List.of("CLEAN", "INFECTED").contains(answers.need("verdict"));
    }

    private static ScanClaim claim(Answers answers) {
        try {
            return new ScanClaim(
                            answers.need("verdict").equals("INFECTED"),
                            answers.need("tool"),
                            answers.text("signaturesDate").isPresent() ? answers.moment("signaturesDate") : null,
                            answers.moment("startedAt"),
                            answers.moment("finishedAt"),
                            answers.number("filesScanned"),
                            answers.lines("findings"))
                    .asWordOnly();
        } catch (IllegalArgumentException e) {
            throw new InputRefused(
                    "A scan needs a tool, a start that is not after its end, and at most 1,000 findings of"
                            + " 500 characters.");
        }
    }
}
