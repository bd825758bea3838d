package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.coldstart.Contestant.Kind;
import io.boto4j.benchmarks.run.Boto3;
import io.boto4j.benchmarks.run.Child;
import io.boto4j.benchmarks.run.ClassPath;
import io.boto4j.benchmarks.run.Jdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contestants in the order of a round, and their commands. */
final class Contestants {
  /**
   * A server for the tasks.
   *
   * @param scheme {@code http} or {@code https}
   * @param url its URL
   * @param flags the flags that make a JVM trust it
   * @param boto3Environment the variables that make boto3 trust it
   */
  record Endpoint(
      String scheme, String url, List<String> flags, Map<String, String> boto3Environment) {}

  private final Path module;
  private final Path folder;
  private final ClassPath classPath;
  private final @Nullable Boto3 boto3;
  private final List<String> baseline;
  private final String only;
  private final boolean typed;
  private final List<Line> lines = new ArrayList<>();

  /**
   * Creates an empty list of contestants.
   *
   * @param module the folder {@code benchmarks}
   * @param folder the folder for archives of classes
   * @param boto3 the boto3 of this machine, or null
   * @param options the options of the command
   */
  Contestants(Path module, Path folder, @Nullable Boto3 boto3, Options options) {
    this.module = module;
    this.folder = folder;
    this.classPath = new ClassPath(module);
    this.boto3 = boto3;
    this.baseline = options.baseline;
    this.only = options.only;
    this.typed = options.typed;
  }

  List<Line> lines() {
    return lines;
  }

  /** Adds all contestants, started without any flag that makes starting cheaper. */
  void addPlain(Task task, Jdk jdk, Endpoint endpoint) throws IOException {
    Group group = new Group(task, jdk.label(), endpoint.scheme(), Group.NO_ARCHIVE);
    for (Kind kind : Kind.values()) {
      if (!isMeasured(kind, task)) {
        continue;
      }
      if (kind == Kind.BOTO3) {
        addBoto3(group, endpoint);
      } else {
        List<String> command = java(task, jdk, kind, endpoint);
        add(new Contestant(group, kind, command, Map.of(), List.of()));
      }
    }
  }

  /** Adds some contestants, each with an archive created by a run of the same program. */
  void addArchived(Task task, Jdk jdk, Endpoint endpoint) throws IOException {
    ClassArchive archive = ClassArchive.of(jdk);
    if (archive != null) {
      addArchived(task, jdk, endpoint, archive);
    }
  }

  /** Adds the same with further flags, and boto3, which the recipe is compared with. */
  void addRecipe(Task task, Jdk jdk, Endpoint endpoint) throws IOException {
    ClassArchive archive = ClassArchive.of(jdk);
    if (archive != null) {
      Group group = addArchived(task, jdk, endpoint, archive.asRecipe());
      if (isMeasured(Kind.BOTO3, task)) {
        addBoto3(group, endpoint);
      }
    }
  }

  private void addBoto3(Group group, Endpoint endpoint) {
    if (boto3 != null) {
      Path script = module.resolve("src/main/python").resolve(group.task().script());
      List<String> command = List.of(boto3.interpreter(), script.toString(), endpoint.url());
      add(new Contestant(group, Kind.BOTO3, command, endpoint.boto3Environment(), List.of()));
    }
  }

  private Group addArchived(Task task, Jdk jdk, Endpoint endpoint, ClassArchive archive)
      throws IOException {
    Group group = new Group(task, jdk.label(), endpoint.scheme(), archive.name());
    for (Kind kind : Kind.values()) {
      if (kind.archived() && isMeasured(kind, task)) {
        Path file = folder.resolve("classes-" + lines.size() + ".archive");
        List<String> command = java(task, jdk, kind, endpoint);
        command.addAll(1, archive.flags());
        List<String> training = new ArrayList<>(command);
        training.addAll(1, List.of(archive.making(file), "-Xlog:disable"));
        command.add(1, archive.using(file));
        add(new Contestant(group, kind, command, Map.of(), training));
      }
    }
    return group;
  }

  private boolean isMeasured(Kind kind, Task task) {
    return kind.label().contains(only)
        && (kind != Kind.BASELINE || !baseline.isEmpty())
        && (!kind.isTyped() || (typed && task.isTyped()));
  }

  private void add(Contestant contestant) {
    lines.add(new Line(contestant));
  }

  private List<String> java(Task task, Jdk jdk, Kind kind, Endpoint endpoint) throws IOException {
    String url = endpoint.url();
    String client = kind.httpClient();
    List<String> command;
    if (client != null) {
      List<String> jars = classPath.awsSdk(task.artifact(), client);
      command = java(jdk, jars, "AwsSdk" + task.program(), url, client);
    } else if (kind == Kind.BOTO4J) {
      command = java(jdk, classPath.boto4j(), "Boto4j" + task.program(), url);
    } else if (kind == Kind.BASELINE) {
      command = java(jdk, baseline, "Boto4j" + task.program(), url);
    } else if (kind == Kind.GENERATED) {
      command = java(jdk, classPath.boto4j(), "Generated" + task.program(), url);
    } else if (kind == Kind.INTERFACE) {
      command = java(jdk, classPath.typed(), "Interface" + task.program(), url);
    } else if (kind == Kind.FLOOR) {
      command = java(jdk, List.of(), "HandWrittenCall", url, task.program());
    } else {
      command = java(jdk, List.of(), "EmptyJvm", url);
    }
    command.addAll(1, endpoint.flags());
    return command;
  }

  private List<String> java(Jdk jdk, List<String> jars, String main, String... arguments)
      throws IOException {
    return Child.java(jdk, classPath.own(), jars, main, List.of(arguments));
  }
}
