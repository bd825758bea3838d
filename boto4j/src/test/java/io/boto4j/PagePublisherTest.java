package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.ServiceException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** Pages are requested on a subscriber's demand. */
final class PagePublisherTest {
  private final Recorder recorder = new Recorder();

  /** An executor that runs its tasks when the test does. */
  private final Deque<Runnable> tasks = new ArrayDeque<>();

  private final Client dynamodb =
      Sessions.with(recorder).executor(tasks::add).build().client("dynamodb");
  private final Listener listener = new Listener();

  private static final class Listener implements Flow.Subscriber<Response> {
    private Flow.Subscription subscription;
    private final List<Object> heard = new ArrayList<>();

    @Override
    public void onSubscribe(Flow.Subscription given) {
      subscription = given;
    }

    @Override
    public void onNext(Response page) {
      heard.addAll(page.list("TableNames"));
    }

    @Override
    public void onError(Throwable failure) {
      heard.add(failure.getClass().getSimpleName());
    }

    @Override
    public void onComplete() {
      heard.add("complete");
    }
  }

  private void answers(String... bodies) {
    Iterator<String> all = List.of(bodies).iterator();
    recorder.answer(
        request -> {
          String body = all.next();
          return Recorder.response(body.contains("__type") ? 400 : 200, body);
        });
  }

  private void runAll() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  private void subscribe() {
    dynamodb.paginator("ListTables").pages().publisher().subscribe(listener);
  }

  private static final String FIRST =
      "{\"TableNames\": [\"aaa\"], \"LastEvaluatedTableName\": \"aaa\"}";
  private static final String LAST = "{\"TableNames\": [\"bbb\"]}";

  @Test
  void pages_areAskedForOnDemandAlone() {
    answers(FIRST, LAST);
    subscribe();
    runAll();
    assertThat(recorder.requests()).isEmpty();
    listener.subscription.request(1);
    assertThat(recorder.requests()).as("not on the subscriber's thread").isEmpty();
    runAll();
    assertThat(listener.heard).containsExactly("aaa");
    assertThat(recorder.requests()).hasSize(1);
    listener.subscription.request(Long.MAX_VALUE);
    listener.subscription.request(Long.MAX_VALUE);
    runAll();
    assertThat(listener.heard).containsExactly("aaa", "bbb", "complete");
    listener.subscription.request(1);
    runAll();
    assertThat(recorder.requests()).hasSize(2);
  }

  @Test
  void cancelled_asksForNoMore() {
    answers(FIRST);
    subscribe();
    listener.subscription.request(1);
    runAll();
    listener.subscription.cancel();
    listener.subscription.request(1);
    runAll();
    assertThat(listener.heard).containsExactly("aaa");
  }

  @Test
  void failure_isTold() {
    answers("{\"__type\": \"AccessDeniedException\"}");
    subscribe();
    listener.subscription.request(2);
    runAll();
    assertThat(listener.heard).containsExactly(ServiceException.class.getSimpleName());
  }

  @Test
  void request_ofNothing_isAnError() {
    subscribe();
    listener.subscription.request(0);
    assertThat(listener.heard).containsExactly("IllegalArgumentException");
    listener.subscription.request(1);
    runAll();
    assertThat(recorder.requests()).isEmpty();
  }

  @Test
  void asyncThreads_zero_isRefused() {
    assertThatThrownBy(() -> Session.builder().asyncThreads(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
