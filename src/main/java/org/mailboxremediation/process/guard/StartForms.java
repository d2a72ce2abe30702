package org.mailboxremediation.process.guard;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.mailboxremediation.incident.Incident;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.incident.Owner;
import org.mailboxremediation.incident.Report;
import org.mailboxremediation.incident.Reporter;
import org.mailboxremediation.incident.ReporterRole;
import org.mailboxremediation.incident.RiskFactor;
import org.mailboxremediation.incident.Symptom;
import org.mailboxremediation.process.EndingRequests;
import org.mailboxremediation.process.IncidentIntake;
import org.mailboxremediation.process.InputRefused;
import org.mailboxremediation.process.task.AnswerRules;
import org.mailboxremediation.process.task.Answers;
import org.springframework.stereotype.Component;

/**
 * The start forms of Tasklist. A report goes the same way as over HTTP: the incident and its first command are committed
 * before the engine starts anything (promise P2).
 */
@Component
final class StartForms {

    private final AnswerRules rules;
    private final IncidentIntake intake;
    private final EndingRequests endings;
    private final IdentityService identity;

    StartForms(AnswerRules rules, IncidentIntake intake, EndingRequests endings, IdentityService identity) {
        this.rules = rules;
        this.intake = intake;
        this.endings = endings;
        this.identity = identity;
    }

    void submitted(String processKey, Map<String, Object> values) {
        switch (processKey) {
            case "SecureMailboxProcess" -> report(rules.read("report-incident", values));
            case "EndCaseProcess" -> ending(rules.read("end-case", values));
            default -> throw new InputRefused("This process is started by the procedure itself.");
        }
    }

    private void ending(Answers answers) {
        endings.request(mailbox(answers), answers.need("ending"), answers.need("reason"), user());
    }

    private void report(Answers answers) {
        IncidentIntake.Taken taken = take(read(answers));
        if (!taken.opened()) {
            Incident open = taken.incident();
            throw new InputRefused("A case is already open for "
                    + open.mailbox().asString() + " (" + open.id() + "). What was new in your report was added to it.");
        }
    }

    /** What a report sets off in the procedure is the procedure's own doing, not the reporter's. */
    private IncidentIntake.Taken take(Report report) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return intake.report(report, List.of());
        } finally {
            identity.setAuthentication(person);
        }
    }

    private Report read(Answers answers) {
        try {
            return new Report(
                    mailbox(answers),
                    reporter(),
                    new Owner(
                            answers.text("ownerName").orElse(null),
                            answers.text("ownerContact").orElse(null)),
                    codes(Symptom.class, answers.chosen("symptoms")),
                    codes(RiskFactor.class, answers.chosen("riskFactors")),
                    answers.lines("colleagues"),
                    answers.text("note").orElse(null));
        } catch (IllegalArgumentException e) {
            throw new InputRefused(
                    "A report needs at least one symptom or risk factor, and colleagues as one e-mail address"
                            + " a line.");
        }
    }

    private static MailboxAddress mailbox(Answers answers) {
        try {
            return MailboxAddress.parse(answers.need("mailbox"));
        } catch (IllegalArgumentException e) {
            throw answers.refused("mailbox", "must be an address such as alice@example.com");
        }
    }

    private static <E extends Enum<E>> Set<E> codes(Class<E> type, List<String> names) {
        return names.stream()
                .flatMap(name -> Arrays.stream(type.getEnumConstants())
                        .filter(e -> e.name().equals(name)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Reporter reporter() {
        String id = user();
        User user = identity.createUserQuery().userId(id).singleResult();
        String name = user == null ? id : (user.getFirstName() + " " + user.getLastName()).strip();
        boolean admin = identity.getCurrentAuthentication().getGroupIds().contains("mailbox-admins");
        return new Reporter(
                id,
                name.isEmpty() ? id : name,
                user == null ? null : user.getEmail(),
                admin ? ReporterRole.ADMINISTRATOR : ReporterRole.USER);
    }

    private String user() {
        return identity.getCurrentAuthentication().getUserId();
    }
}
