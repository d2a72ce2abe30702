package org.mailboxremediation.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mailboxremediation.device.Devices;
import org.mailboxremediation.device.NewDevice;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.incident.RiskFactor;
import org.mailboxremediation.incident.Symptom;

/**
 * A report as it is sent. At least one symptom or risk factor is needed.
 *
 * @param reporter the caller if absent
 * @param colleagues addresses of whom to alert, at most 500
 * @param note at most 10,000 characters
 */
record ReportBody(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "alice@example.com")
        String mailbox,

        @Schema(nullable = true) @Nullable ReporterBody reporter,
        @Schema(nullable = true) @Nullable Owner owner,
        Set<Symptom> symptoms,
        Set<RiskFactor> riskFactors,
        List<NewDevice> devices,
        List<String> colleagues,

        @Schema(nullable = true, maxLength = Report.MAX_NOTE) @Nullable
        String note) {

    ReportBody {
        symptoms = Set.copyOf(symptoms);
        riskFactors = Set.copyOf(riskFactors);
        devices = List.copyOf(devices);
        colleagues = List.copyOf(colleagues);
    }

    static Optional<ReportBody> read(Members in) {
        in.need("mailbox");
        Optional<MailboxAddress> mailbox = in.address("mailbox");
        Optional<ReporterBody> reporter = in.object("reporter", ReporterBody::read);
        Optional<Owner> owner = in.object("owner", ReportBody::owner);
        Set<Symptom> symptoms = in.codes("symptoms", Symptom.class);
        Set<RiskFactor> riskFactors = in.codes("riskFactors", RiskFactor.class);
        List<NewDevice> devices = in.objects("devices", Devices.MAX_DEVICES, DeviceShape::read);
        List<String> colleagues = in.addresses("colleagues", Report.MAX_COLLEAGUES);
        Optional<String> note = in.text("note", Report.MAX_NOTE);
        if (in.isSound() && symptoms.isEmpty() && riskFactors.isEmpty()) {
            in.broken("symptoms", "must name at least one symptom, or riskFactors a risk factor");
        }
        return mailbox.map(address -> new ReportBody(
                address.asString(),
                reporter.orElse(null),
                owner.orElse(null),
                symptoms,
                riskFactors,
                devices,
                colleagues,
                note.orElse(null)));
    }

    Report toReport(Caller caller) {
        ReporterBody who = reporter == null ? new ReporterBody(caller.userId(), null, null) : reporter;
        return new Report(
                MailboxAddress.parse(mailbox),
                who.toReporter(caller),
                owner == null ? Owner.UNKNOWN : owner,
                symptoms,
                riskFactors,
                colleagues,
                note);
    }

    private static Optional<Owner> owner(Members in) {
        Optional<String> name = in.line("name", 200);
        Optional<String> contact = in.line("contact", 254);
        return Optional.of(new Owner(name.orElse(null), contact.orElse(null)));
    }
}
