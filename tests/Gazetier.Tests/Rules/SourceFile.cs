namespace Gazetier.Tests.Rules;

/// <summary>A file of ours, for rules that read sources.</summary>
/// <param name="Path">From the folder it was looked for in, with forward slashes: "Features/Articles/Home.cshtml".</param>
public sealed record SourceFile(string Path, string Text)
{
    /// <summary>"cs", "cshtml", "razor", "css", "js".</summary>
    public string Kind => System.IO.Path.GetExtension(Path)[1..];

    /// <summary>The folders above the file: "Features", "Articles".</summary>
    public string[] Folders => Path.Split('/')[..^1];

    /// <summary>The program's own files of these kinds; neither what was generated nor the migrations.</summary>
    public static IReadOnlyList<SourceFile> OfProgram(params string[] kinds) => Under(Paths.Sources, kinds);

    public static IReadOnlyList<SourceFile> Under(string root, params string[] kinds) =>
    [
        .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => (File: file, Name: System.IO.Path.GetRelativePath(root, file).Replace('\\', '/')))
            .Where(found => kinds.Contains(System.IO.Path.GetExtension(found.Name).TrimStart('.'), StringComparer.Ordinal))
            .Where(found => !found.Name.Split('/').Any(part => part is "obj" or "bin" or "Migrations" or "node_modules"))
            // The editor's bundle is made of sources that are read where they lie; its tests are no part of the program.
            .Where(found => !found.Name.StartsWith("wwwroot/editor/", StringComparison.Ordinal) && !found.Name.StartsWith("Editor/test/", StringComparison.Ordinal))
            .OrderBy(found => found.Name, StringComparer.Ordinal)
            .Select(found => new SourceFile(found.Name, File.ReadAllText(found.File))),
    ];

    /// <summary>The number of the line that stands at <paramref name="index"/>, from 1.</summary>
    public int LineAt(int index) => Text.AsSpan(0, index).Count('\n') + 1;
}
