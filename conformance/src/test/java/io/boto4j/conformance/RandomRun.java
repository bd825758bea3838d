package io.boto4j.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.boto4j.Client;
import io.boto4j.Session;
import io.boto4j.conformance.Vocabulary.Call;
import io.boto4j.conformance.page.SuiteRecord;
import io.boto4j.credentials.Credentials;
import io.boto4j.local.LocalAws;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of random operations on a service, each sent to boto4j-local and, if it is there, to
 * moto_server. A sequence begins with two empty sides, and ends when their states are no longer the
 * same: a call has changed only one of them, or a list has fewer elements on one side. Differences
 * of single members do not end it.
 */
final class RandomRun {
  private static final int SEQUENCE = 80;
  private static final List<String> READS =
      List.of("Get", "List", "Describe", "Head", "Query", "Scan", "BatchGet", "Filter", "Test");

  private final String service;
  private final KnownDifferences known;
  private final SuiteRecord record;
  private final @Nullable MotoServer moto;
  private final Vocabulary vocabulary;
  private final Set<String> reads;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final Map<String, String> unknown = new TreeMap<>();
  private final Map<String, String> samples = new TreeMap<>();
  private int operations;
  private int same;
  private int sequences;

  RandomRun(String service, KnownDifferences known, SuiteRecord record, @Nullable MotoServer moto) {
    this.service = service;
    this.known = known;
    this.record = record;
    this.moto = moto;
    this.vocabulary = Vocabulary.read(service);
    this.reads = vocabulary.names("reads");
  }

  int operations() {
    return operations;
  }

  int same() {
    return same;
  }

  int sequences() {
    return sequences;
  }

  /** Returns the differences that are not known, with the first call that showed each of them. */
  Map<String, String> unknown() {
    return unknown;
  }

  /** Returns a line for every difference: its count, place and first appearance. */
  List<String> report() {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (place, count) ->
            lines.add(
                (unknown.containsKey(place) ? "UNKNOWN " : "")
                    + count
                    + " "
                    + place
                    + "\n    "
                    + samples.get(place)));
    return lines;
  }

  /** Makes a number of calls; fewer if the deadline comes first. */
  void run(int most, long deadline, Path home) throws IOException, InterruptedException {
    try (LocalAws aws = LocalAws.start();
        Client ours = aws.session().client(service, c -> c.parameterValidation(false));
        Client theirs = moto == null ? ours : client(service, moto, home)) {
      while (operations < most && (operations == 0 || System.nanoTime() < deadline)) {
        aws.reset();
        if (moto != null) {
          moto.reset();
        }
        setUp(aws, home);
        sequence(aws, ours, theirs, Math.min(SEQUENCE, most - operations));
        sequences++;
      }
    }
  }

  private void setUp(LocalAws aws, Path home) {
    for (Object each : vocabulary.list("setup")) {
      Map<?, ?> call = (Map<?, ?>) each;
      String other = String.valueOf(call.get("service"));
      String operation = String.valueOf(call.get("operation"));
      Map<String, ?> input = text(Vocabulary.map(call.get("input")));
      try (Client ours = aws.session().client(other)) {
        ours.call(operation, input);
      }
      if (moto != null) {
        try (Client theirs = client(other, moto, home)) {
          theirs.call(operation, input);
        }
      }
    }
  }

  private static Client client(String service, MotoServer server, Path home) {
    return Session.builder()
        .environment(Map.of())
        .home(home)
        .region("us-east-1")
        .credentials(Credentials.of("AKIDEXAMPLE", "secret"))
        .build()
        .client(
            service,
            c ->
                c.endpointUrl(server.endpoint())
                    .injectHostPrefix(false)
                    .parameterValidation(false)
                    .maxAttempts(1)
                    .readTimeout(Duration.ofSeconds(20)));
  }

  private void sequence(LocalAws aws, Client ours, Client theirs, int length) {
    Random random = new Random(service.hashCode() * 31L + sequences);
    SavedValues saved = new SavedValues();
    Listed listed = new Listed(vocabulary);
    boolean together = true;
    for (int i = 0; i < length && together; i++) {
      Call call = vocabulary.next(random, saved);
      Map<?, ?> input = (Map<?, ?>) saved.resolved(call.input(), 0);
      Outcome here = Outcome.of(ours, call.operation(), text(input));
      operations++;
      String where = service + " / " + call.operation() + " " + Trees.text(call.input());
      valid(ours, call, here, where);
      listed.record(call.operation(), input, here);
      Outcome there = here;
      if (moto != null) {
        Map<?, ?> other = (Map<?, ?>) saved.resolved(call.input(), 1);
        there = Outcome.of(theirs, call.operation(), text(other));
      }
      save(call, saved, here, there);
      if (moto != null) {
        together = compared(call, saved, here, there, where);
      }
      if (call.template().settle() > 0 && here.succeeded()) {
        aws.clock().advance(Duration.ofSeconds(call.template().settle()));
      }
    }
    listed.check(service, ours);
  }

  /** Checks what holds without a second opinion. */
  private static void valid(Client client, Call call, Outcome outcome, String where) {
    assertThat(outcome.status())
        .as("%s: %s %s", where, outcome.kind(), outcome.message())
        .isBetween(200, 499);
    if (outcome.succeeded()) {
      assertThat(
              OutputFit.problems(
                  client.model().operation(call.operation()).output(), outcome.output()))
          .as("%s: %s", where, outcome.output())
          .isEmpty();
    }
  }

  /** Compares two outcomes, and returns whether both sides are still in the same state. */
  private boolean compared(
      Call call, SavedValues saved, Outcome here, Outcome there, String where) {
    Map<String, String> differences = OutcomeDiff.of(vocabulary, saved, here, there);
    same += differences.isEmpty() ? 1 : 0;
    boolean together = isRead(call.operation()) || here.succeeded() == there.succeeded();
    for (Map.Entry<String, String> each : differences.entrySet()) {
      String place = service + " / " + call.operation() + " / " + each.getKey();
      counts.merge(place, 1, Integer::sum);
      samples.putIfAbsent(place, where + ": " + each.getValue());
      String reason = known.reason(service, call.operation(), each.getKey());
      if (reason != null) {
        record.knownReason(reason, service);
      } else {
        unknown.putIfAbsent(place, where + ": " + each.getValue());
      }
      together &= !isState(each.getKey());
    }
    return together;
  }

  /** Returns whether a difference shows that the states are not the same. */
  private static boolean isState(String kind) {
    return kind.startsWith("count: ");
  }

  private boolean isRead(String operation) {
    return reads.contains(operation) || READS.stream().anyMatch(operation::startsWith);
  }

  private static Map<String, ?> text(Map<?, ?> map) {
    Map<String, Object> members = new LinkedHashMap<>();
    map.forEach((name, value) -> members.put((String) name, value));
    return members;
  }

  private static void save(Call call, SavedValues saved, Outcome here, Outcome there) {
    call.template()
        .saves()
        .forEach(
            (pool, path) -> {
              List<String> ours = Listed.values(here.output(), (String) path);
              List<String> theirs = Listed.values(there.output(), (String) path);
              if (!ours.isEmpty() && !theirs.isEmpty()) {
                saved.save((String) pool, ours.get(0), theirs.get(0));
              }
            });
  }

  /** What a trivial model expects in the lists of a service: names, created and not deleted. */
  private static final class Listed {
    private final List<?> rules;
    private final List<Set<String>> present = new ArrayList<>();
    private final List<Set<String>> deleted = new ArrayList<>();

    private Listed(Vocabulary vocabulary) {
      this.rules = vocabulary.list("lists");
      for (int i = 0; i < rules.size(); i++) {
        present.add(new LinkedHashSet<>());
        deleted.add(new LinkedHashSet<>());
      }
    }

    private void record(String operation, Map<?, ?> input, Outcome outcome) {
      for (int i = 0; i < rules.size() && outcome.succeeded(); i++) {
        Map<?, ?> rule = (Map<?, ?>) rules.get(i);
        if (Vocabulary.map(rule.get("creates")).get(operation) instanceof String path) {
          present.get(i).addAll(names(input, path));
          deleted.get(i).removeAll(names(input, path));
        }
        if (Vocabulary.map(rule.get("deletes")).get(operation) instanceof String path) {
          present.get(i).removeAll(names(input, path));
          deleted.get(i).addAll(names(input, path));
        }
      }
    }

    private void check(String service, Client client) {
      for (int i = 0; i < rules.size(); i++) {
        Map<?, ?> rule = (Map<?, ?>) rules.get(i);
        String operation = (String) rule.get("operation");
        Outcome outcome = Outcome.of(client, operation, text(Vocabulary.map(rule.get("input"))));
        List<String> names =
            names(outcome.output(), Objects.requireNonNull((String) rule.get("path")));
        assertThat(names)
            .as("%s / %s %s", service, operation, outcome)
            .containsAll(present.get(i))
            .doesNotContainAnyElementsOf(
                deleted.get(i).isEmpty() ? Set.of("nothing was deleted") : deleted.get(i));
      }
    }

    /** Returns names, of which URLs and ARNs are the last part. */
    private static List<String> names(Map<?, ?> tree, String path) {
      List<String> names = new ArrayList<>();
      for (String each : values(tree, path)) {
        names.add(each.substring(Math.max(each.lastIndexOf('/'), each.lastIndexOf(':')) + 1));
      }
      return names;
    }

    /** Returns the texts at a path, in which all elements of a list are followed. */
    private static List<String> values(@Nullable Object tree, String path) {
      List<String> values = new ArrayList<>();
      if (tree instanceof List<?> list) {
        list.forEach(each -> values.addAll(values(each, path)));
      } else if (path.isEmpty()) {
        if (tree != null) {
          values.add(String.valueOf(tree));
        }
      } else if (tree instanceof Map<?, ?> map) {
        int dot = path.indexOf('.');
        String name = dot < 0 ? path : path.substring(0, dot);
        values.addAll(values(map.get(name), dot < 0 ? "" : path.substring(dot + 1)));
      }
      return values;
    }
  }
}
