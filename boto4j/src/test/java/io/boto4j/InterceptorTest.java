package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.Headers;
import io.boto4j.http.HttpRequest;
import io.boto4j.http.HttpResponse;
import io.boto4j.http.RequestLimits;
import io.boto4j.internal.client.Options;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The stages of a call at which interceptors run. */
final class InterceptorTest {
  private final Recorder recorder = new Recorder();
  private final List<String> stages = new ArrayList<>();

  /** An interceptor that records its calls and changes nothing. */
  private final class Watcher implements Interceptor {
    private final String name;

    Watcher(String name) {
      this.name = name;
    }

    @Override
    public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
      assertThat(call).hasToString("dynamodb.ListTables");
      assertThat(call.model().httpMethod()).isEqualTo("POST");
      call.attributes().put(name, stages.size());
      stages.add(name + " parameters");
      return parameters;
    }

    @Override
    public HttpRequest beforeCall(CallContext call, HttpRequest request) {
      assertThat(call.attributes()).containsKey(name);
      stages.add(name + " beforeCall");
      return request;
    }

    @Override
    public Response answer(CallContext call, Map<String, ?> input) {
      stages.add(name + " answer");
      return null;
    }

    @Override
    public HttpRequest beforeSign(CallContext call, HttpRequest request) {
      assertThat(request.headers().contains("Authorization")).isFalse();
      stages.add(name + " beforeSign");
      return request;
    }

    @Override
    public HttpResponse beforeSend(CallContext call, HttpRequest request) {
      assertThat(request.headers().contains("Authorization")).isTrue();
      stages.add(name + " beforeSend");
      return null;
    }

    @Override
    public HttpResponse responseReceived(CallContext call, HttpResponse response) {
      stages.add(name + " responseReceived " + response.statusCode());
      return response;
    }

    @Override
    public Boolean needsRetry(CallContext call, int number, int statusCode, String error) {
      stages.add(name + " needsRetry " + number + " " + statusCode + " " + error);
      return null;
    }

    @Override
    public Response afterCall(CallContext call, Response response) {
      stages.add(name + " afterCall");
      return response;
    }

    @Override
    public void afterCallError(CallContext call, RuntimeException failure) {
      stages.add(name + " afterCallError " + failure.getClass().getSimpleName());
    }
  }

  private Client client(Interceptor interceptor) {
    return session().client("dynamodb", c -> c.interceptor(interceptor));
  }

  private Session session() {
    return Sessions.with(recorder).sleeper(pause -> {}).build();
  }

  @Test
  void stages_ofAGoodCall_comeInOrder() {
    client(new Watcher("a")).call("ListTables");
    assertThat(stages)
        .containsExactly(
            "a parameters",
            "a answer",
            "a beforeCall",
            "a beforeSign",
            "a beforeSend",
            "a responseReceived 200",
            "a afterCall");
  }

  @Test
  void stages_ofAnAttempt_comeAgainWithEach() {
    Iterator<HttpResponse> answers =
        List.of(Recorder.response(500, "{}"), Recorder.response(200, "{}")).iterator();
    recorder.answer(request -> answers.next());
    client(new Watcher("a")).call("ListTables");
    assertThat(stages).filteredOn("a beforeSign"::equals).hasSize(2);
    assertThat(stages).filteredOn(each -> each.startsWith("a needsRetry 1 500")).hasSize(1);
    assertThat(stages).filteredOn("a afterCall"::equals).hasSize(1);
  }

  @Test
  void beforeSign_withLimits_reachTheTransport() {
    limited(new RequestLimits(1_000, 2_000, 0)).call("ListTables");
    assertThat(recorder.last().limits()).isEqualTo(new RequestLimits(1_000, 2_000, 0));
  }

  @Test
  void beforeSign_withLimits_areCompletedByTheOptionsOfTheCall() {
    limited(new RequestLimits(0, 2_000, 0))
        .call(
            "ListTables",
            Map.of(),
            c -> c.connectTimeout(Duration.ofMillis(700)).readTimeout(Duration.ofMillis(800)));
    assertThat(recorder.last().limits()).isEqualTo(new RequestLimits(700, 2_000, 0));
  }

  @Test
  void beforeSign_withDeadline_doesNotExtendTheDeadlineOfTheCall() {
    long now = System.nanoTime();
    long hour = Duration.ofHours(1).toNanos();
    limited(new RequestLimits(0, 0, now + hour | 1))
        .call("ListTables", Map.of(), c -> c.totalTimeout(Duration.ofMinutes(5)));
    long left = recorder.last().limits().deadlineNanos() - now;
    assertThat(Duration.ofNanos(left)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(30));
    limited(new RequestLimits(0, 0, now + hour | 1)).call("ListTables");
    assertThat(recorder.last().limits().deadlineNanos()).isEqualTo(now + hour | 1);
  }

  private Client limited(RequestLimits limits) {
    return client(
        new Interceptor() {
          @Override
          public HttpRequest beforeSign(CallContext call, HttpRequest request) {
            return request.withLimits(limits);
          }
        });
  }

  @Test
  void interceptors_several_areAskedInTheirOrder() {
    Session session = Sessions.with(recorder).interceptor(new Watcher("session")).build();
    Client client =
        session
            .client(
                "dynamodb",
                c -> c.interceptor(new Watcher("own")).interceptorFirst(new Watcher("first")))
            .with(new Watcher("twin"));
    client.call("ListTables");
    assertThat(stages.subList(0, 4))
        .containsExactly(
            "first parameters", "session parameters", "own parameters", "twin parameters");
  }

  @Test
  void client_withOtherOptions_keepsItsInterceptors() {
    Client client =
        session().client("dynamodb").with(new Watcher("twin")).with(c -> c.maxAttempts(1));
    client.call("ListTables");
    assertThat(stages.get(0)).isEqualTo("twin parameters");
  }

  @Test
  void builder_usedAgain_givesNoInterceptorToClientsMadeBefore() {
    ClientConfig.Builder builder = ClientConfig.builder();
    builder.interceptor(new Watcher("a"));
    ClientConfig before = builder.build();
    builder.interceptor(new Watcher("b"));
    assertThat(before.values().get(Options.INTERCEPTORS)).hasSize(1);
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void appliesTo_otherOperations_leavesThemAlone() {
    Interceptor picky =
        new Interceptor() {
          @Override
          public boolean appliesTo(String service, String operation) {
            return service.equals("dynamodb") && operation.equals("PutItem");
          }

          @Override
          public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
            throw new IllegalStateException("asked");
          }
        };
    Client client = client(picky);
    client.call("ListTables");
    assertThatThrownBy(() -> client.call("put_item")).hasMessage("asked");
  }

  @Test
  void parameters_changed_areCheckedAndSent() {
    Client client =
        client(
            new Interceptor() {
              @Override
              public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
                Map<String, Object> changed = new HashMap<>(parameters);
                changed.put("Limit", parameters.isEmpty() ? 7 : "many");
                return changed;
              }
            });
    client.call("ListTables");
    assertThat(Recorder.compactBody(recorder.last())).isEqualTo("{\"Limit\":7}");
    assertThatThrownBy(() -> client.call("ListTables", Map.of("Limit", 1)))
        .isInstanceOf(ParamValidationException.class);
  }

  @Test
  void requests_changed_areSigned() {
    Client client =
        client(
            new Interceptor() {
              @Override
              public HttpRequest beforeCall(CallContext call, HttpRequest request) {
                return request.withHeader("x-amz-one", "1");
              }

              @Override
              public HttpRequest beforeSign(CallContext call, HttpRequest request) {
                assertThat(request.headers().first("x-amz-one")).isEqualTo("1");
                return request.withHeader("x-amz-two", "2");
              }
            });
    client.call("ListTables");
    assertThat(recorder.last().headers().first("Authorization"))
        .contains("x-amz-one;")
        .contains("x-amz-two");
  }

  @Test
  void answer_given_isTheCallsAndNothingIsSigned() {
    Client real = Sessions.bare(recorder).region("eu-west-1").build().client("dynamodb");
    Response canned = real.responses().response("ListTables", Map.of("TableNames", List.of("ttt")));
    Client client =
        real.with(
                new Interceptor() {
                  @Override
                  public Response answer(CallContext call, Map<String, ?> input) {
                    return canned;
                  }
                })
            .with(new Watcher("after"));
    assertThat(client.call("ListTables")).isSameAs(canned);
    assertThat(stages).contains("after afterCall").doesNotContain("after beforeSign");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void beforeSend_answering_isParsedAndNotSent() {
    Client client =
        client(
            new Interceptor() {
              @Override
              public HttpResponse beforeSend(CallContext call, HttpRequest request) {
                byte[] body = "{\"TableNames\": [\"t\"]}".getBytes(StandardCharsets.UTF_8);
                return HttpResponse.of(200, Headers.empty(), new ByteArrayInputStream(body));
              }
            });
    assertThat(client.call("ListTables").list("TableNames")).containsExactly("t");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void responseReceived_changed_isParsed() {
    recorder.answer(500, "{}");
    Client client =
        client(
            new Interceptor() {
              @Override
              public HttpResponse responseReceived(CallContext call, HttpResponse response) {
                return Recorder.response(200, "{\"TableNames\": []}");
              }
            });
    assertThat(client.call("ListTables").list("TableNames")).isEmpty();
  }

  @Test
  void needsRetry_true_triesAgainWhatWouldNotBe() {
    Iterator<HttpResponse> answers =
        List.of(
                Recorder.response(400, "{\"__type\": \"Odd\"}"),
                Recorder.response(200, "{\"TableNames\": []}"))
            .iterator();
    recorder.answer(request -> answers.next());
    Client client = client(opinion(true));
    assertThat(client.call("ListTables").metadata().attempts()).hasSize(2);
  }

  @Test
  void needsRetry_trueForEver_isBoundByTheAttempts() {
    recorder.answer(400, "{\"__type\": \"Odd\"}");
    Client client = client(opinion(true));
    assertThatThrownBy(() -> client.call("ListTables")).isInstanceOf(ServiceException.class);
    assertThat(recorder.requests().size()).isBetween(2, 5);
  }

  @Test
  void needsRetry_false_givesUp() {
    recorder.answer(500, "{}");
    Client client = client(opinion(false));
    assertThatThrownBy(() -> client.call("ListTables")).isInstanceOf(ServiceException.class);
    assertThat(recorder.requests()).hasSize(1);
  }

  private static Interceptor opinion(boolean retry) {
    return new Interceptor() {
      @Override
      public Boolean needsRetry(CallContext call, int number, int statusCode, String error) {
        return retry;
      }
    };
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void afterCallError_seesEveryFailure() {
    Client client = client(new Watcher("a"));
    recorder.answer(400, "{\"__type\": \"Odd\"}");
    assertThatThrownBy(() -> client.call("ListTables")).isInstanceOf(ServiceException.class);
    assertThat(stages).last().isEqualTo("a afterCallError ServiceException");
    assertThatThrownBy(() -> client.call("ListTables", Map.of("No", 1)))
        .isInstanceOf(ParamValidationException.class);
    assertThat(stages).last().isEqualTo("a afterCallError ParamValidationException");
  }

  @Test
  void interceptor_givingNull_isNamed() {
    Client client =
        client(
            new Interceptor() {
              @Override
              public HttpRequest beforeSign(CallContext call, HttpRequest request) {
                return null;
              }
            });
    assertThatThrownBy(() -> client.call("ListTables"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The interceptor io.boto4j.InterceptorTest")
        .hasMessageEndingWith("returned null from beforeSign");
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void twin_closed_leavesTheClientOpen() {
    Client client = Sessions.client("dynamodb", recorder);
    client.with(new Watcher("a")).close();
    client.call("ListTables");
    assertThat(stages).isEmpty();
  }
}
