package io.github.miscope;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Prose and data compile with anything in them. */
class MergeMarkersTest {

  private static final Path ROOT = Path.of("../..");
  private static final Set<String> NOT_OURS = Set.of("target", ".git", ".mvn");
  private static final Pattern TEXT =
      Pattern.compile(".*\\.(md|java|kt|kts|xml|ipynb|json|csv|yml|cff|api)");
  private static final Pattern MARKER = Pattern.compile("(?m)^[<>]{7} ");

  @Test
  void noFileHasMarkersOfAMerge() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (TEXT.matcher(file.toString()).matches()
                && MARKER
                    .matcher(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .find()) {
              found.add(ROOT.relativize(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    assertEquals(List.of(), found);
  }
}
