package org.mailboxremediation.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice();
    private final ServletWebRequest request = new ServletWebRequest(new MockHttpServletRequest());

    @Test
    void anUnexpectedFailureTellsNothingOfItself() {
        ResponseEntity<Object> answer = advice.failed(new IllegalStateException("Sandbox-alice-1"));
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("alice").contains("logged");
    }

    @Test
    void anUploadBeyondTheContainersBoundIsTooLarge() throws Exception {
        ResponseEntity<Object> answer = advice.handleException(new MaxUploadSizeExceededException(1), request);
        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(413);
    }

    @Test
    void aBrokenMultipartBodyIsTheSendersFault() {
        assertThat(advice.refused(new MultipartException("boundary"))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void anUnknownPathIsNotRepeated() throws Exception {
        ResponseEntity<Object> answer =
                advice.handleException(new NoResourceFoundException(HttpMethod.GET, "api/<b>"), request);
        assertThat(answer).isNotNull();
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(String.valueOf(answer.getBody())).doesNotContain("<b>");
    }

    @Test
    void theContainersErrorsAreProblemsToo() {
        MockHttpServletRequest failed = new MockHttpServletRequest();
        failed.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 400);
        ResponseEntity<ProblemDetail> answer = new ErrorPage().reading(failed);
        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(new ErrorPage()
                        .writing(new MockHttpServletRequest())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }
}
