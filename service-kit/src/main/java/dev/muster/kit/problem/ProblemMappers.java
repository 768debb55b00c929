package dev.muster.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where a failure becomes an answer. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int BEFORE_THE_BUILT_IN = Priorities.USER - 100;

    @ServerExceptionMapper
    Response problem(ProblemException e, HttpServerRequest request) {
        return answer(e, request);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
    Response unauthenticated(AuthenticationFailedException e, HttpServerRequest request) {
        return e.getCause() instanceof ProblemException problem
                ? answer(problem, request)
                : answer(ProblemException.unauthenticated(), request);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHENTICATION)
    Response unauthorized(UnauthorizedException e, HttpServerRequest request) {
        return answer(ProblemException.unauthenticated(), request);
    }

    @ServerExceptionMapper(priority = Priorities.AUTHORIZATION)
    Response forbidden(ForbiddenException e, HttpServerRequest request) {
        return answer(new ProblemException(Problem.FORBIDDEN), request);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e, HttpServerRequest request) {
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(violation ->
                        new FieldError(pointer(violation.getPropertyPath()), "invalid_value", violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::pointer))
                .toList();
        return answer(ProblemException.invalid(errors), request);
    }

    @ServerExceptionMapper(priority = BEFORE_THE_BUILT_IN)
    Response mismatched(MismatchedInputException e, HttpServerRequest request) {
        return answer(fromJson(e), request);
    }

    /** What cannot be read arrives as one of the other kinds, so this could not be written. */
    @ServerExceptionMapper(priority = BEFORE_THE_BUILT_IN)
    Response unwritable(JsonProcessingException e, HttpServerRequest request) {
        return defect(e, request);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e, HttpServerRequest request) {
        if (e instanceof ResteasyReactiveClientProblem) {
            return answer(ProblemException.unavailable("A needed service", e), request);
        }
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(fromJson(json), request);
        }
        Response response = e.getResponse();
        if (response.getStatus() < 400) {
            return response;
        }
        Problem problem = Problem.ofStatus(response.getStatus());
        Response.ResponseBuilder answer = build(problem, problem.title(), List.of(), Map.of(), request, e);
        if (problem == Problem.METHOD_NOT_ALLOWED) {
            AllowedMethods.ofCurrentRequest().ifPresent(methods -> answer.header("Allow", methods));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable e, HttpServerRequest request) {
        if (Dependency.refusesText(e)) {
            return answer(new ProblemException(Problem.INVALID_INPUT, "A NUL character is not accepted"), request);
        }
        if (isCutShort(e)) {
            return answer(
                    new ProblemException(Problem.MALFORMED_REQUEST, "The form ends before its last part does"),
                    request);
        }
        if (Dependency.isUnavailable(e)) {
            return answer(ProblemException.unavailable(Dependency.nameOf(e), e), request);
        }
        return defect(e, request);
    }

    /** How Quarkus REST tells, by its text alone, of a form of many parts that ends too soon. */
    private static boolean isCutShort(Throwable e) {
        return e instanceof IOException
                && e.getMessage() != null
                && e.getMessage().contains("multipart");
    }

    private static Response defect(Throwable e, HttpServerRequest request) {
        return build(Problem.INTERNAL_ERROR, Problem.INTERNAL_ERROR.title(), List.of(), Map.of(), request, e)
                .build();
    }

    private static ProblemException fromJson(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return new ProblemException(Problem.MALFORMED_REQUEST, "The JSON is nested too deeply or too long");
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return ProblemException.invalid(pointer(unknown), "unknown_field", "This field is not known here");
        }
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return ProblemException.invalid(pointer(mapping), "invalid_value", "This value cannot be read");
        }
        return new ProblemException(Problem.MALFORMED_REQUEST, "The body is not the JSON that is expected here");
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    private static String pointer(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .skip(2)
                .map(node -> "/" + node)
                .collect(Collectors.joining());
    }

    private static Response answer(ProblemException e, HttpServerRequest request) {
        return build(e.problem(), e.detail(), e.errors(), e.headers(), request, e)
                .build();
    }

    private static Response.ResponseBuilder build(
            Problem problem,
            String detail,
            List<FieldError> errors,
            Map<String, String> headers,
            HttpServerRequest request,
            Throwable cause) {
        String traceId = TraceId.current();
        if (problem == Problem.INTERNAL_ERROR) {
            LOG.errorf(cause, "A request failed, problem=%s traceId=%s", problem, traceId);
        } else if (problem == Problem.SERVICE_UNAVAILABLE) {
            LOG.warnf("%s, traceId=%s cause=%s", cause.getMessage(), traceId, cause.getCause());
        }
        String body = ProblemBody.render(problem, detail, errors, pathOf(request), traceId);
        Response.ResponseBuilder answer =
                Response.status(problem.status()).type(ProblemBody.MEDIA_TYPE).entity(body);
        headers.forEach(answer::header);
        return answer;
    }

    /** Not by way of {@code UriInfo}, which throws when an address has broken escapes. */
    private static String pathOf(HttpServerRequest request) {
        return request.path() == null ? "/" : request.path();
    }
}
