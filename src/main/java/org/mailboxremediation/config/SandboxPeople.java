package org.mailboxremediation.config;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.mailboxremediation.credential.Secret;
import org.mailboxremediation.incident.MailboxAddress;
import org.mailboxremediation.mailbox.KnownPassword;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sandbox's users and the passwords its mailboxes start with. Outside the sandbox neither exists. */
@Component
@Profile("sandbox")
@DependsOn("grants")
final class SandboxPeople implements SmartInitializingSingleton, KnownPassword {

    private final IdentityService identity;

    SandboxPeople(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void afterSingletonsInstantiated() {
        person("admin", People.MAILBOX_ADMINS);
        person("lead", People.SECURITY_LEADS);
        person("auditor", People.AUDITORS);
        person("reporter", People.REPORTERS);
    }

    private void person(String id, String group) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = identity.newUser(id);
        user.setFirstName("Sandbox");
        user.setLastName(id);
        user.setEmail(id + "@example.net");
        user.setPassword(id + "-sandbox");
        identity.saveUser(user);
        identity.createMembership(id, group);
    }

    @Override
    public Optional<Secret> before(MailboxAddress mailbox) {
        return Optional.of(Secret.of("Sandbox-" + mailbox.localPart() + "-1"));
    }
}
