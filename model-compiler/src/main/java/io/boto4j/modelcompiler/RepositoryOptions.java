package io.boto4j.modelcompiler;

import io.boto4j.modelcompiler.source.MavenArtifacts;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the commands that fetch artifacts. */
final class RepositoryOptions {
  @Option(
      names = "--local-repository",
      paramLabel = "FOLDER",
      description = "The local Maven repository; Maven's default without it.")
  private @Nullable Path localRepository;

  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description = "The settings.xml with mirrors and proxies; Maven's default without it.")
  private @Nullable Path settings;

  @Option(
      names = "--offline",
      arity = "0..1",
      fallbackValue = "true",
      description = "Whether to use the local repository only.")
  private boolean offline;

  MavenArtifacts open() {
    return new MavenArtifacts(localRepository, settings, offline);
  }
}
