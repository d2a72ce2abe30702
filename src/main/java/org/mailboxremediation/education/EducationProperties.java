package org.mailboxremediation.education;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lessons are given ({@code remediation.education}).
 *
 * @param dueIn how long after it was assigned a lesson should be acknowledged
 */
@ConfigurationProperties("remediation.education")
public record EducationProperties(@DefaultValue("14d") Duration dueIn) {

    public EducationProperties {
        if (dueIn.isNegative()) {
            throw new IllegalArgumentException("remediation.education.due-in must not be negative");
        }
    }
}
