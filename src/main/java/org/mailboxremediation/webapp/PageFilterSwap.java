package org.mailboxremediation.webapp;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Puts the filter of the pages in the place of Camunda's. The starter leaves a filter out whose name is taken; the filter is
 * mapped last, so that login, CSRF token and security headers stand before the pages.
 */
@Component
final class PageFilterSwap implements BeanPostProcessor {

    private static final String NAME = "Engines Filter";

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof CamundaBpmWebappInitializer camunda
                ? (ServletContextInitializer) context -> swap(context, camunda)
                : bean;
    }

    private static void swap(ServletContext context, CamundaBpmWebappInitializer camunda) {
        FilterRegistration pages = context.addFilter(NAME, new PageFilter());
        camunda.onStartup(context);
        pages.addMappingForUrlPatterns(
                EnumSet.of(DispatcherType.REQUEST), true, "/camunda/app/*", "/camunda/", "/camunda");
    }
}
