using Gazetier.Data;

namespace Gazetier.Features.Robots;

/// <summary>
/// The list of robots that holds now: <c>robots.yaml</c> of the data folder, or the one that comes with the program; and the files of
/// addresses in its folder <c>robots</c>. Looked at again each minute: who replaces a file restarts nothing. One that cannot be read is said
/// so, at the desk and in the log, and what held before holds on.
/// </summary>
public sealed partial class KnownRobots(NewspaperOptions options, ILogger<KnownRobots> log)
{
    public const string FileName = "robots.yaml";
    public const string FolderName = "robots";
    private const int LargestBytes = 4 * 1024 * 1024;
    private readonly Lock _turn = new();
    private volatile RobotList? _list;
    private IReadOnlyDictionary<string, RangeFile> _ranges = new Dictionary<string, RangeFile>(StringComparer.Ordinal);

    /// <summary>Null: the folder could not be looked at.</summary>
    private string? _seen;

    public RobotList List => _list ?? Renew();

    /// <summary>Whether the list is the newspaper's own.</summary>
    public bool IsReplaced { get; private set; }

    /// <summary>What could not be read and why, a sentence each.</summary>
    public IReadOnlyList<string> Wrong { get; private set; } = [];

    private string OwnFile => Path.Combine(options.Data, FileName);

    private string Folder => Path.Combine(options.Data, FolderName);

    /// <summary>Reads the files if one of them changed.</summary>
    public RobotList Renew()
    {
        lock (_turn)
        {
            var wrong = new List<string>();
            var state = Try(options.Data, _ => State(), wrong);
            if (_list is { } held && (state is null || state == _seen))
            {
                (_seen, Wrong) = (state, state is null ? wrong : Wrong);
                return held;
            }

            _seen = state;
            IsReplaced = File.Exists(OwnFile);
            var robots = IsReplaced ? Try(OwnFile, file => RobotList.Read(Text(file)), wrong) ?? _list?.All : null;
            robots ??= RobotList.Read(Shipped());
            _ranges = ReadRanges(robots, wrong);
            Wrong = wrong;
            return _list = new RobotList(robots, _ranges);
        }
    }

    /// <summary>The list that comes with the program.</summary>
    internal static string Shipped()
    {
        using var file = typeof(KnownRobots).Assembly.GetManifestResourceStream("Gazetier.robots.yaml")!;
        using var text = new StreamReader(file);
        return text.ReadToEnd();
    }

    private static string Text(string file) =>
        new FileInfo(file).Length <= LargestBytes ? File.ReadAllText(file) : throw new FormatException("It is too large.");

    private string State() => string.Join('\n', Files().Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));

    private IEnumerable<FileInfo> Files() =>
    [
        .. new FileInfo(OwnFile) is { Exists: true } own ? [own] : Array.Empty<FileInfo>(),
        .. new DirectoryInfo(Folder) is { Exists: true } folder ? folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal) : Enumerable.Empty<FileInfo>(),
    ];

    /// <summary>A file that is taken away says nothing more; of one that is broken the former addresses hold on.</summary>
    private Dictionary<string, RangeFile> ReadRanges(IReadOnlyList<Robot> robots, List<string> wrong)
    {
        var read = new Dictionary<string, RangeFile>(StringComparer.Ordinal);
        foreach (var name in robots.Select(robot => robot.Ranges).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var path = Path.Combine(Folder, name);
            if (File.Exists(path) && (Try(path, file => new RangeFile(name, File.GetLastWriteTimeUtc(file), AddressFile.Read(Text(file))), wrong) ?? _ranges.GetValueOrDefault(name)) is { } found)
            {
                read[name] = found;
            }
        }

        return read;
    }

    /// <summary>Null where it could not be read, whatever the reason: requests ask for the list, and none may break on a file.</summary>
    private T? Try<T>(string path, Func<string, T> read, List<string> wrong)
        where T : class
    {
        try
        {
            return read(path);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            wrong.Add($"{Path.GetFileName(path)} : {error.Message}");
            CouldNotRead(log, path, error);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} could not be read; what held before holds on")]
    private static partial void CouldNotRead(ILogger log, string file, Exception error);
}
