using System.Net;
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
    private string _seen = "";

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
            var state = string.Join('\n', Files().Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
            if (_list is { } held && state == _seen)
            {
                return held;
            }

            _seen = state;
            var wrong = new List<string>();
            IsReplaced = File.Exists(OwnFile);
            var robots = IsReplaced ? Try(OwnFile, RobotList.Read, wrong) ?? _list?.All : null;
            robots ??= RobotList.Read(Shipped());
            Wrong = wrong;
            return _list = new RobotList(robots, ReadRanges(robots, wrong));
        }
    }

    /// <summary>The list that comes with the program.</summary>
    internal static string Shipped()
    {
        using var file = typeof(KnownRobots).Assembly.GetManifestResourceStream("Gazetier.robots.yaml")!;
        using var text = new StreamReader(file);
        return text.ReadToEnd();
    }

    private IEnumerable<FileInfo> Files() =>
    [
        .. new FileInfo(OwnFile) is { Exists: true } own ? [own] : Array.Empty<FileInfo>(),
        .. new DirectoryInfo(Folder) is { Exists: true } folder ? folder.EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal) : Enumerable.Empty<FileInfo>(),
    ];

    private Dictionary<string, IReadOnlyList<IPNetwork>> ReadRanges(IReadOnlyList<Robot> robots, List<string> wrong)
    {
        var read = new Dictionary<string, IReadOnlyList<IPNetwork>>(StringComparer.Ordinal);
        foreach (var name in robots.Select(robot => robot.Ranges).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal))
        {
            var file = Path.Combine(Folder, name);
            if (File.Exists(file) && Try(file, AddressFile.Read, wrong) is { } networks)
            {
                read[name] = networks;
            }
        }

        return read;
    }

    private T? Try<T>(string file, Func<string, T> read, List<string> wrong)
        where T : class
    {
        try
        {
            return new FileInfo(file).Length <= LargestBytes ? read(File.ReadAllText(file)) : throw new FormatException("It is too large.");
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            wrong.Add($"{Path.GetFileName(file)} : {error.Message}");
            CouldNotRead(log, file, error);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{File} could not be read; what held before holds on")]
    private static partial void CouldNotRead(ILogger log, string file, Exception error);
}
