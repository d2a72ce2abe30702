package org.mailboxremediation.notice;

import org.mailboxremediation.outbox.EffectHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One handler a step, all alike but for those whose recipients would get many letters at once. */
@Configuration(proxyBeanMethods = false)
class AlertHandlers {

    @Bean
    EffectHandler alertAdministratorsHandler(AlertDelivery delivery, DigestDelivery digests) {
        return new DigestHandler(Alert.ALERT_ADMINISTRATORS, delivery, digests);
    }

    @Bean
    EffectHandler alertColleaguesHandler(AlertDelivery delivery) {
        return new AlertHandler(Alert.ALERT_COLLEAGUES, delivery);
    }

    @Bean
    EffectHandler alertOwnerHandler(AlertDelivery delivery) {
        return new AlertHandler(Alert.ALERT_OWNER, delivery);
    }

    @Bean
    EffectHandler alertSecurityLeadsHandler(AlertDelivery delivery, DigestDelivery digests) {
        return new DigestHandler(Alert.ALERT_SECURITY_LEADS, delivery, digests);
    }

    @Bean
    EffectHandler alertRevealFailedHandler(AlertDelivery delivery) {
        return new AlertHandler(Alert.ALERT_REVEAL_FAILED, delivery);
    }

    @Bean
    EffectHandler alertDeviceInfectedHandler(AlertDelivery delivery) {
        return new AlertHandler(Alert.ALERT_DEVICE_INFECTED, delivery);
    }

    @Bean
    EffectHandler alertScanOverdueHandler(AlertDelivery delivery) {
        return new AlertHandler(Alert.ALERT_SCAN_OVERDUE, delivery);
    }

    @Bean
    EffectHandler alertScanStillOverdueHandler(AlertDelivery delivery) {
        return new AlertHandler(Alert.ALERT_SCAN_STILL_OVERDUE, delivery);
    }

    @Bean
    EffectHandler alertBlockReviewHandler(AlertDelivery delivery) {
        return new AlertHandler(Alert.ALERT_BLOCK_REVIEW, delivery);
    }
}
