package io.boto4j.modelcompiler.source;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import io.boto4j.model.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.version.Version;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts of Maven's repositories, through the local repository and with the mirrors and
 * proxies of the user's {@code settings.xml}. Close it after use.
 */
public final class MavenArtifacts implements Artifacts, AutoCloseable {
  private final Context context;

  /**
   * Opens the repositories.
   *
   * @param localRepository the local repository, or null for Maven's default
   * @param settings the user's settings, or null for Maven's default
   * @param offline whether to download nothing
   */
  public MavenArtifacts(@Nullable Path localRepository, @Nullable Path settings, boolean offline) {
    ContextOverrides.Builder overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            .offline(offline)
            .checksumPolicy(ContextOverrides.ChecksumPolicy.FAIL);
    if (localRepository != null) {
      overrides.withLocalRepositoryOverride(localRepository);
    }
    if (settings != null) {
      overrides.withUserSettingsXmlOverride(settings);
    }
    this.context = Runtimes.INSTANCE.getRuntime().create(overrides.build());
  }

  @Override
  public Path fetch(String artifact, String version) {
    ArtifactRequest request = new ArtifactRequest();
    request.setArtifact(new DefaultArtifact(artifact + ":" + version));
    request.setRepositories(context.remoteRepositories());
    try {
      return context
          .repositorySystem()
          .resolveArtifact(context.repositorySystemSession(), request)
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      throw new ModelException("cannot fetch the models: " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> versions(String artifact) {
    VersionRangeRequest request = new VersionRangeRequest();
    request.setArtifact(new DefaultArtifact(artifact + ":[0,)"));
    request.setRepositories(context.remoteRepositories());
    List<String> versions = new ArrayList<>();
    try {
      for (Version each :
          context
              .repositorySystem()
              .resolveVersionRange(context.repositorySystemSession(), request)
              .getVersions()) {
        if (isReleased(each.toString())) {
          versions.add(each.toString());
        }
      }
    } catch (VersionRangeResolutionException e) {
      throw new ModelException(
          "cannot list the versions of " + artifact + ": " + e.getMessage(), e);
    }
    return versions;
  }

  private static boolean isReleased(String version) {
    String lower = version.toLowerCase(Locale.ROOT);
    return !lower.contains("snapshot") && !lower.contains("alpha") && !lower.contains("beta");
  }

  @Override
  public void close() {
    context.close();
  }
}
