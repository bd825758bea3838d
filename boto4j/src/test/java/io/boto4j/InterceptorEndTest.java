package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ParamValidationException;
import io.boto4j.error.ServiceException;
import io.boto4j.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** The hooks for what an interceptor holds for a call: the ends of attempts and calls, threads. */
final class InterceptorEndTest {
  private final Recorder recorder = new Recorder();
  private final List<String> seen = new ArrayList<>();

  /** Records the ends of calls and attempts. */
  private class Ends implements Interceptor {
    private final String name;

    Ends(String name) {
      this.name = name;
    }

    @Override
    public void attemptEnded(CallContext call, Attempt attempt) {
      seen.add(
          name + " " + attempt.number() + " " + attempt.statusCode() + " " + attempt.decision());
    }

    @Override
    public void afterCallError(CallContext call, RuntimeException failure) {
      seen.add(name + " error " + failure.getMessage());
    }

    @Override
    public void callEnded(CallContext call, Throwable failure) {
      seen.add(name + " ended " + (failure == null ? "well" : failure.getMessage()));
    }
  }

  private Client client(Interceptor... interceptors) {
    return Sessions.with(recorder)
        .sleeper(pause -> seen.add("pause"))
        .build()
        .client(
            "dynamodb",
            c -> {
              for (Interceptor each : interceptors) {
                c.interceptor(each);
              }
            });
  }

  @Test
  void attemptEnded_ofEachAttempt_comesBeforeTheDelay() {
    Iterator<HttpResponse> answers =
        List.of(Recorder.response(500, "{}"), Recorder.response(200, "{}")).iterator();
    recorder.answer(request -> answers.next());
    client(new Ends("a")).call("ListTables");
    assertThat(seen).containsExactly("a 1 500 RETRIED", "pause", "a 2 200 null", "a ended well");
  }

  @Test
  void attemptEnded_whenNoOtherIsDue_hasTheReason() {
    recorder.answer(400, "{\"__type\": \"Odd\", \"message\": \"m\"}");
    assertThatThrownBy(() -> client(new Ends("a")).call("ListTables"))
        .isInstanceOf(ServiceException.class);
    assertThat(seen.get(0)).isEqualTo("a 1 400 NOT_RETRYABLE");
    assertThat(seen.get(2)).startsWith("a ended An error occurred (Odd)");
  }

  @Test
  void callEnded_ofSeveral_comesInReverseOrder() {
    client(new Ends("a"), new Ends("b")).call("ListTables");
    assertThat(seen).endsWith("b ended well", "a ended well");
  }

  @SuppressWarnings("boto4j") // mistakes are tested
  @Test
  void callEnded_ofACallThatIsNotSent_comesToo() {
    assertThatThrownBy(() -> client(new Ends("a")).call("ListTables", Map.of("No", 1)))
        .isInstanceOf(ParamValidationException.class);
    assertThat(seen).hasSize(2).last().asString().startsWith("a ended Parameter validation failed");
  }

  @Test
  void callEnded_afterAnError_comesWithTheError() {
    recorder.answer(
        request -> {
          throw new StackOverflowError("deep");
        });
    assertThatThrownBy(() -> client(new Ends("a")).call("ListTables"))
        .isInstanceOf(StackOverflowError.class);
    assertThat(seen).containsExactly("a ended deep");
  }

  @Test
  void afterCallError_thatThrows_replacesTheFailureForTheOthers() {
    recorder.answer(400, "{\"__type\": \"Odd\"}");
    Interceptor replacing =
        new Interceptor() {
          @Override
          public void afterCallError(CallContext call, RuntimeException failure) {
            throw new IllegalStateException("replaced");
          }
        };
    assertThatThrownBy(() -> client(replacing, new Ends("a")).call("ListTables"))
        .hasMessage("replaced");
    assertThat(seen).endsWith("a error replaced", "a ended replaced");
  }

  private static Interceptor failingAtTheEnd(String message) {
    return new Interceptor() {
      @Override
      public void callEnded(CallContext call, Throwable failure) {
        throw new IllegalStateException(message);
      }
    };
  }

  @Test
  void callEnded_thatThrows_failsTheCallAndTheOthersRun() {
    Client client = client(new Ends("a"), failingAtTheEnd("two"), failingAtTheEnd("one"));
    assertThatThrownBy(() -> client.call("ListTables"))
        .hasMessage("one")
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("two"));
    assertThat(seen).endsWith("a ended well");
  }

  @Test
  void callEnded_thatThrowsAfterAFailure_isSuppressed() {
    recorder.answer(400, "{\"__type\": \"Odd\"}");
    assertThatThrownBy(() -> client(failingAtTheEnd("late")).call("ListTables"))
        .isInstanceOf(ServiceException.class)
        .satisfies(e -> assertThat(e.getSuppressed()[0]).hasMessage("late"));
  }

  @Test
  void explainAndPresign_areNotSentAndNotEnded() {
    Interceptor watching =
        new Ends("a") {
          @Override
          public Map<String, ?> parameters(CallContext call, Map<String, ?> parameters) {
            seen.add(call.serviceId() + " in " + call.region() + ": " + call.isSent());
            return parameters;
          }
        };
    Client s3 = Sessions.with(recorder).build().client("s3", c -> c.interceptor(watching));
    recorder.answer(200, "<ListAllMyBucketsResult/>");
    s3.explain("ListBuckets", Map.of());
    s3.presign("GetObject", Map.of("Bucket", "b", "Key", "k"));
    s3.presignPost("b", "k");
    s3.call("ListBuckets");
    assertThat(seen)
        .containsExactly(
            "S3 in eu-west-1: false",
            "S3 in eu-west-1: false",
            "S3 in eu-west-1: false",
            "S3 in eu-west-1: true",
            "a 1 200 null",
            "a ended well");
  }

  /** Writes around each task, and that it was wrapped. */
  private Interceptor wrapping(String name) {
    return new Interceptor() {
      @Override
      public Runnable asyncTask(Runnable task) {
        seen.add(name + " wraps");
        return () -> {
          seen.add(name + " begins");
          task.run();
        };
      }
    };
  }

  private Session session(Executor executor) {
    return Sessions.with(recorder)
        .executor(executor)
        .interceptor(wrapping("a"))
        .interceptor(wrapping("b"))
        .build();
  }

  @Test
  void asyncTask_ofACall_isWrappedByTheCallingThread() {
    List<Runnable> tasks = new ArrayList<>();
    CompletableFuture<Response> response =
        session(tasks::add).client("dynamodb").callAsync("ListTables");
    assertThat(seen).containsExactly("b wraps", "a wraps");
    tasks.get(0).run();
    assertThat(response).isCompleted();
    assertThat(seen).endsWith("a begins", "b begins");
    assertThat(recorder.requests()).hasSize(1);
  }

  @Test
  void asyncTask_ofAPublisher_isWrappedWhenPagesAreRequested() {
    recorder.answer(200, "{\"TableNames\": []}");
    List<Response> pages = new ArrayList<>();
    Flow.Publisher<Response> publisher =
        session(Runnable::run).client("dynamodb").paginator("ListTables").pages().publisher();
    assertThat(seen).isEmpty();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
          }

          @Override
          public void onNext(Response page) {
            pages.add(page);
          }

          @Override
          public void onError(Throwable failure) {
            throw new AssertionError(failure);
          }

          @Override
          public void onComplete() {}
        });
    assertThat(pages).hasSize(1);
    assertThat(seen).startsWith("b wraps", "a wraps", "a begins", "b begins");
  }

  @Test
  void asyncTask_thatGivesNull_isNamed() {
    Interceptor empty =
        new Interceptor() {
          @Override
          public Runnable asyncTask(Runnable task) {
            return null;
          }
        };
    assertThatThrownBy(() -> client(empty).callAsync("ListTables"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("returned null from asyncTask");
  }
}
