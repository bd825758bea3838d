package io.boto4j.modelcompiler;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that write packs. */
final class OutputOptions {
  @Option(
      names = "--models",
      paramLabel = "FOLDER",
      description = "The folder to write the packs to. It can be a data path of a session.")
  private @Nullable Path models;

  @Option(
      names = "--older",
      paramLabel = "FOLDER",
      description =
          "The folder to write the packs of older API versions to; that of --models by default.")
  private @Nullable Path older;

  @Option(
      names = "--docs",
      paramLabel = "FOLDER",
      description = "The folder to write documentation packs to; none are written without it.")
  private @Nullable Path docs;

  @Option(
      names = "--resources",
      paramLabel = "FOLDER",
      description =
          "The folder with definitions of resources, SERVICE.txt; without it, those of boto3.")
  private @Nullable Path resources;

  @Option(
      names = "--resource-counts",
      negatable = true,
      description = "Whether to print how many types of resources each service has.")
  private boolean resourceCounts;

  /** Returns the folders, or null if no packs are to be written. */
  @Nullable Outputs outputs() {
    return models == null ? null : new Outputs(models, older == null ? models : older, docs);
  }

  WrittenDefinitions definitions() {
    return new WrittenDefinitions(resources);
  }

  boolean printsResourceCounts() {
    return resourceCounts;
  }
}
