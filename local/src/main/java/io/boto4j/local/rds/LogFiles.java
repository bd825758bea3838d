package io.boto4j.local.rds;

import io.boto4j.Params;
import io.boto4j.Structure;
import io.boto4j.local.engine.EngineCall;
import io.boto4j.local.rds.postgres.Databases;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The logs of real servers, and the empty logs of instances that have only a control plane. */
final class LogFiles {
  private static final String POSTGRES = "error/postgres.log";
  private static final int MOST_BYTES = 1 << 20;

  private final RdsState state;
  private final Function<String, Structure> require;

  LogFiles(RdsState state, Function<String, Structure> require) {
    this.state = state;
    this.require = require;
  }

  void register() {
    state.table.read("DescribeDBLogFiles", this::describe);
    state.table.read("DownloadDBLogFilePortion", this::download);
  }

  private Structure instance(EngineCall call) {
    return require.apply(
        state.instances.nameIn(String.valueOf(call.input().text("DBInstanceIdentifier"))));
  }

  /** The name of the log of errors. */
  private static String name(Structure instance) {
    String engine = String.valueOf(instance.text("Engine"));
    if (engine.contains("postgres")) {
      return POSTGRES;
    }
    return engine.startsWith("sqlserver") ? "log/ERROR" : "error/mysql-error.log";
  }

  private @Nullable Path log(Structure instance) {
    Structure cluster = state.clusters.find(instance.text("DBClusterIdentifier"));
    Databases databases = state.databases;
    Structure owner = cluster == null ? instance : cluster;
    Path log =
        databases == null || !state.servers.has(owner) ? null : databases.log(Resources.id(owner));
    return log == null || !Files.exists(log) ? null : log;
  }

  private Map<String, ?> describe(EngineCall call) {
    Structure instance = instance(call);
    Path log = log(instance);
    String name = name(instance);
    Instant created = instance.instant("InstanceCreateTime");
    try {
      String wanted = call.input().text("FilenameContains");
      Params file =
          log == null
              ? Params.of(
                  "LogFileName",
                  name,
                  "LastWritten",
                  (created == null ? state.now() : created).toEpochMilli(),
                  "Size",
                  0L)
              : Params.of(
                  "LogFileName", name,
                  "LastWritten", Files.getLastModifiedTime(log).toMillis(),
                  "Size", Files.size(log));
      return Params.of(
          "DescribeDBLogFiles",
          wanted == null || name.contains(wanted) ? List.of(file) : List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, ?> download(EngineCall call) {
    Structure instance = instance(call);
    Path log = log(instance);
    String name = call.input().text("LogFileName");
    if (!name(instance).equals(name)) {
      throw RdsErrors.fault("DBLogFileNotFoundFault", "DBLog File: " + name + ", is not found");
    }
    if (log == null) {
      return Params.of("LogFileData", "", "Marker", "0", "AdditionalDataPending", false);
    }
    String marker = call.input().text("Marker");
    Integer lines = call.input().integer("NumberOfLines");
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long length = file.length();
      long from = marker == null ? Math.max(0, length - MOST_BYTES) : Long.parseLong(marker);
      byte[] bytes = new byte[(int) Math.max(0, Math.min(MOST_BYTES, length - from))];
      file.seek(Math.min(from, length));
      file.readFully(bytes);
      String data = new String(bytes, StandardCharsets.UTF_8);
      if (marker == null && lines != null) {
        List<String> all = data.lines().toList();
        data = String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
      }
      long end = from + bytes.length;
      return Params.of(
          "LogFileData", data, "Marker", Long.toString(end), "AdditionalDataPending", end < length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      throw RdsErrors.invalid("Cannot parse the marker: " + marker);
    }
  }
}
