using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gazetier.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Temp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "RobotExceptions",
                columns: table => new
                {
                    SectionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RobotExceptions", x => new { x.SectionId, x.Class });
                    table.ForeignKey(
                        name: "FK_RobotExceptions_Sections_SectionId",
                        column: x => x.SectionId,
                        principalTable: "Sections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RobotSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Search = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LinkPreview = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Training = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answers = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Archive = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RobotSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RobotVisits",
                columns: table => new
                {
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Robot = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Class = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RobotVisits", x => new { x.Day, x.Robot, x.Class, x.Verdict, x.Answer });
                });

            migrationBuilder.Sql(Gazetier.Features.Licensing.FromTextMining.Sql);

            migrationBuilder.DropColumn(
                name: "ReservesTextMining",
                table: "Imprint");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RobotExceptions");

            migrationBuilder.DropTable(
                name: "RobotSettings");

            migrationBuilder.DropTable(
                name: "RobotVisits");

            migrationBuilder.AddColumn<bool>(
                name: "ReservesTextMining",
                table: "Imprint",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);
        }
    }
}
