package org.mailboxremediation.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.boot.web.servlet.ServletContextInitializer;

final class PageFilterSwapTest {

    private final PageFilterSwap swap = new PageFilterSwap();

    @Test
    void takesTheNameFirstAndMapsThePagesBehindEachOfCamundasFilters() throws ServletException {
        CamundaBpmWebappInitializer camunda = mock(CamundaBpmWebappInitializer.class);
        ServletContext context = mock(ServletContext.class);
        FilterRegistration.Dynamic pages = mock(FilterRegistration.Dynamic.class);
        when(context.addFilter(anyString(), any(Filter.class))).thenReturn(pages);

        ((ServletContextInitializer) swap.postProcessAfterInitialization(camunda, "camunda")).onStartup(context);

        InOrder order = inOrder(context, camunda, pages);
        order.verify(context).addFilter(eq("Engines Filter"), any(PageFilter.class));
        order.verify(camunda).onStartup(context);
        order.verify(pages).addMappingForUrlPatterns(any(), anyBoolean(), any(String[].class));
    }

    @Test
    void leavesOtherBeansAsTheyAre() {
        Object other = new Object();

        assertThat(swap.postProcessAfterInitialization(other, "other")).isSameAs(other);
    }

    @Test
    void asksNobodyToBecomeTheFirstAdministrator() {
        assertThat(new PagesWithoutSetup().needsInitialUser("default")).isFalse();
    }
}
