using System.CommandLine;
using Gazetier.Bench;
using Gazetier.Bench.Measures;

var name = new Argument<string>("NAME") { Description = "P1 to P9, N1, N2, O1, A1, C1, R1, R5, or all.", DefaultValueFactory = _ => "all" };
var rounds = new Option<int>("--rounds") { Description = "Rounds, ours and the peer's in turn.", DefaultValueFactory = _ => 5 };
var seconds = new Option<int>("--seconds") { Description = "Seconds of load in a round.", DefaultValueFactory = _ => 5 };
var articles = new Option<int>("--articles") { Description = "Articles of the large newspaper.", DefaultValueFactory = _ => 200_000 };
var few = new Option<int>("--few") { Description = "Articles of the small newspaper.", DefaultValueFactory = _ => 500 };
var readers = new Option<int>("--readers") { Description = "Readers whose digests are posted.", DefaultValueFactory = _ => 20_000 };
var folder = new Option<string>("--folder") { Description = "Where the newspapers are generated; kept for the next run.", DefaultValueFactory = _ => Path.Combine(Root.Folder, "artifacts", "bench", "data") };
var communes = new Option<string>("--communes") { Description = "Table of communes that stand for organisations in O1; without it, as many are made up.", DefaultValueFactory = _ => "/work/shared/corpus/names/communes.tsv" };
var subscriptions = new Option<int>("--subscriptions") { Description = "Subscriptions of the large newspaper of A1.", DefaultValueFactory = _ => 1_000_000 };

var root = new RootCommand("Measures speed, each figure beside its limit or its peer in the same run (docs/performance.md).") { name, rounds, seconds, articles, few, readers, folder, communes, subscriptions };
root.SetAction((parsed, cancel) => AllMeasures.RunAsync(
    parsed.GetValue(name)!,
    new Setting(parsed.GetValue(rounds), parsed.GetValue(seconds), parsed.GetValue(articles), parsed.GetValue(few), parsed.GetValue(readers), parsed.GetValue(folder)!, parsed.GetValue(communes)!, parsed.GetValue(subscriptions)),
    cancel));

var file = new Option<string>("--file") { Description = "The answer to give, as Answer.Save wrote it.", Required = true };
var port = new Option<int>("--port") { Required = true };
var bare = new Command("bare", "The peer: Kestrel and one handler that writes the same bytes from memory.") { file, port };
bare.SetAction((parsed, cancel) => BareServer.RunAsync(parsed.GetValue(file)!, parsed.GetValue(port), cancel));
root.Subcommands.Add(bare);
return await root.Parse(args).InvokeAsync();
